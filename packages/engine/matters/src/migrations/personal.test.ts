import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { olderMatter, olderPerson, olderPlace } from "./test-older-rows.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-28-2-personal")));
afterEach(() => older.close());

test("an elder's need that was raised before and waits is its household's own affair; one under way, what a guest raised and any other matter are as they were", async () => {
  const title = "老人需要帮助：维修";
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(olderPlace).execute();
    await db.insertInto("directory_person").values(olderPerson).execute();
    await db.insertInto("matters_guest").values({ id: "g", created_at: "2026-09-02T01:00:00.000Z" }).execute();
    for (const [id, state, more] of [
      ["1", "proposed", { title }],
      ["2", "screening", { title }],
      ["3", "accepted", { title }],
      ["4", "referred", { title }],
      ["5", "proposed", { title, guest_id: "g" }],
      ["6", "proposed", { title, reported_by: "p" }],
      ["7", "proposed", {}],
    ] as const)
      await db
        .insertInto("matters_matter")
        .values(olderMatter(id, state, more))
        .execute();
  });

  await older.upgrade();
  const kept = await older.work((db) => db.selectFrom("matters_matter").select(["id", "is_personal as isPersonal"]).orderBy("id").execute());

  expect(kept.filter(({ isPersonal }) => Boolean(isPersonal)).map(({ id }) => id)).toEqual(["1", "2"]);
});
