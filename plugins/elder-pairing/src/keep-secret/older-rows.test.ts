import directory from "@lianxin/directory/server";
import matters from "@lianxin/matters/server";
import { startOlder, type Older } from "@lianxin/testing";
import { sql } from "kysely";
import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import server from "../server.js";

let older: Older;
afterEach(() => older.close());

const place = { id: "v", name: "柳树坡村", name_key: "柳树坡村", kind: "village", scheme: "main", place_path: "/v/", version: 1 };
const elder = (id: string, state: string) => ({
  ...{
    id,
    place_path: "/v/",
    place_id: "v",
    town_path: "/v/",
    name: "周桂兰",
    name_key: "周桂兰",
    identity_key: id,
    line_key: id,
    sex: "female",
    birth_year: 1940,
  },
  ...{ care: "", notes: "", wish: "visit", wished_on: "2026-01-05", needs_woman: 0, is_special: 0, level: "green", level_reason: "rules", state },
  ...{ from_on: "2026-01-05", until_on: state === "active" ? null : "2026-05-01", created_at: "2026-01-05T01:00:00.000Z", version: 1 },
});
const visit = (id: string, elder_id: string, condition: string) => ({
  ...{ id, place_path: "/v/", elder_id, entered_by: "p", visited_on: "2026-02-03", visited_at: "2026-02-03T01:00:00.000Z", mode: "home", is_seen: 1 },
  ...{ condition, client_id: id, created_at: "2026-02-03T01:00:00.000Z" },
});
const need = (id: string, elder_id: string, category: string) => ({
  ...{ id, place_path: "/v/", elder_id, category, action: "on_spot", opened_on: "2026-02-03", closed_on: "2026-02-03" },
});
const birds = ["金丝雀旧精神", "金丝雀旧类别", "金丝雀抹去的精神", "金丝雀抹去的类别"] as const;

/** The file and its log as they are once everything is written back; nothing on PostgreSQL. */
async function searched(): Promise<readonly Buffer[]> {
  if (!older.file) return [];
  await older.work((db) => sql`pragma wal_checkpoint(truncate)`.execute(db));
  return [readFileSync(older.file), readFileSync(`${older.file}-wal`)];
}

test("what older rows say of spirits and kinds is sealed by the upgrade, of the erased none is kept, and neither file nor log has a word of it", async () => {
  older = await startOlder([directory, matters, server], "2026-12-05-2");
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(place).execute();
    await db
      .insertInto("elder_pairing_elder")
      .values([elder("e1", "active"), elder("e2", "erased")])
      .execute();
    await db
      .insertInto("elder_pairing_visit")
      .values([visit("v1", "e1", birds[0]), visit("v2", "e1", ""), visit("v3", "e2", birds[2])])
      .execute();
    await db
      .insertInto("elder_pairing_need")
      .values([need("n1", "e1", birds[1]), need("n2", "e2", birds[3])])
      .execute();
  });
  const before = (await searched()).some((file) => file.includes(birds[0]));

  await older.upgrade();

  const read = (table: string): Promise<any[]> => older.work((db) => db.selectFrom(table).selectAll().orderBy("id").execute());
  const [visits, needs] = [await read("elder_pairing_visit"), await read("elder_pairing_need")];
  expect(before).toBe(older.file !== undefined);
  expect([visits.map(({ spirits }) => spirits !== null), needs.map(({ kind }) => kind !== null)]).toEqual([
    [true, false, false],
    [true, false],
  ]);
  expect([await older.open(visits[0].spirits), await older.open(needs[0].kind)]).toEqual([birds[0], birds[1]]);
  expect([Object.keys(visits[0]).includes("condition"), Object.keys(needs[0]).includes("category")]).toEqual([false, false]);
  for (const bird of birds) expect([bird, JSON.stringify([visits, needs]).includes(bird)]).toEqual([bird, false]);
  expect((await read("elder_pairing_old_note")).map(({ elder_id }) => elder_id).sort()).toEqual(["e1", "e2"]);
  for (const file of await searched()) expect(birds.filter((bird) => file.includes(bird))).toEqual([]);
});
