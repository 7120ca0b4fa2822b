import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { olderMatter, olderPerson, olderPlace } from "./test-older-rows.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-28-2-personal")));
afterEach(() => older.close());

test("an elder's need that was raised before is its household's own affair, and any other matter as it was", async () => {
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(olderPlace).execute();
    await db.insertInto("directory_person").values(olderPerson).execute();
    await db
      .insertInto("matters_matter")
      .values([olderMatter("1", "proposed", { title: "老人需要帮助：维修" }), olderMatter("2", "proposed")])
      .execute();
  });

  await older.upgrade();
  const kept = await older.work((db) => db.selectFrom("matters_matter").select(["id", "is_personal as isPersonal"]).orderBy("id").execute());

  expect(kept.map(({ isPersonal }) => Boolean(isPersonal))).toEqual([true, false]);
});
