import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { statesOf } from "../find-matter/tabs.js";
import server from "../server.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-26")));
afterEach(() => older.close());

const community = { id: "c", name: "光明路社区", name_key: "光明路社区", kind: "community", scheme: "main", place_path: "/c/", version: 1 };
const compound = { ...community, id: "h", name: "和平苑", name_key: "和平苑", kind: "compound", parent_id: "c", place_path: "/c/h/" };
const person = {
  id: "p",
  full_name: "周兰",
  name_key: "周兰",
  place_id: "c",
  place_path: "/c/",
  home_path: "/c/",
  created_at: "2026-09-01T01:00:00.000Z",
  version: 1,
};
const matter = (n: number, state: string, place: { readonly id: string; readonly place_path: string } = compound) => ({
  ...{ id: `m${n}`, number: `2026-000${n}`, title: `第 ${n} 件`, place_id: place.id, place_path: place.place_path, entered_by: "p", is_enterer_hidden: 0 },
  ...{ raised_on: "2026-09-02", state, warning_codes: "[]", created_at: "2026-09-02T01:00:00.000Z" },
});
const before = [
  matter(1, "proposed"),
  matter(2, "accepted"),
  matter(3, "accepted"),
  matter(4, "scheduled"),
  matter(5, "resolved", community),
  matter(6, "merged"),
];

const write = () =>
  older.work(async (db) => {
    for (const place of [community, compound]) await db.insertInto("directory_place").values(place).execute();
    await db.insertInto("directory_person").values(person).execute();
    await db.insertInto("matters_matter").values(before).execute();
    await db.insertInto("matters_counter").values({ id: "/c/ 2026", last: 6 }).execute();
  });

test("matters raised before get the stage of their state, the community their numbers count in, and are counted by place and state", async () => {
  await write();

  await older.upgrade();
  const rows = await older.work((db) => db.selectFrom("matters_matter").selectAll().orderBy("id").execute());
  const tally = await older.work((db) => db.selectFrom("matters_tally").select(["place_path", "state", "count"]).orderBy("id").execute());

  expect(rows.map(({ id, number, title, state }) => [id, number, title, state])).toEqual(
    before.map(({ id, number, title, state }) => [id, number, title, state]),
  );
  expect(rows.map(({ stage }) => stage)).toEqual(["screening", "waiting", "waiting", "working", "answered", expect.any(String)]);
  for (const { state, stage } of rows) expect(statesOf(stage)).toContain(state);
  expect(new Set(rows.map(({ community_path: path }) => path as string))).toEqual(new Set(["/c/"]));
  expect(tally.map(({ place_path: path, state, count }) => `${path} ${state} ${count}`).sort()).toEqual(
    ["/c/ resolved 1", "/c/h/ accepted 2", "/c/h/ merged 1", "/c/h/ proposed 1", "/c/h/ scheduled 1"].sort(),
  );
});

test("an upgrade of a house without matters, and a second one, change nothing", async () => {
  await older.upgrade();
  await older.upgrade();

  expect(await older.work((db) => db.selectFrom("matters_tally").selectAll().execute())).toEqual([]);
});
