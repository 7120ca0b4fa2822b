import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { olderMatter, olderPerson, olderPlace } from "./test-older-rows.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-28-1-open-notes")));
afterEach(() => older.close());

const entry = (id: string, move: string, note: string | null) => ({
  ...{ id, matter_id: "1", move, from_state: "decided", to_state: "decided", at: "2026-09-02T02:00:00.000Z", note },
});

test("an older note of who took work over is open without the person, and any other stays as it is", async () => {
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(olderPlace).execute();
    await db.insertInto("directory_person").values(olderPerson).execute();
    await db
      .insertInto("matters_matter")
      .values([olderMatter("1", "decided")])
      .execute();
    const notes = [entry("a", "claimed", "清沟；责任单位：物业；责任人：吴琴；10月25日前"), entry("b", "closed", "清沟"), entry("c", "accept", null)];
    await db.insertInto("matters_entry").values(notes).execute();
  });

  await older.upgrade();
  const kept = await older.work((db) => db.selectFrom("matters_entry").select(["id", "open_note as openNote"]).orderBy("id").execute());

  expect(kept.map(({ openNote }) => openNote)).toEqual(["清沟；责任单位：物业；10月25日前", null, null]);
});
