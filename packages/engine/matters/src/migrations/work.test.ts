import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { olderMatter, olderPerson, olderPlace } from "./test-older-rows.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-27-work")));
afterEach(() => older.close());

const referral = (id: string, matterId: string, state: string) => ({
  ...{ id, matter_id: matterId, unit_name: "县城管局", is_lead: 1, state, sent_at: "2026-09-02T02:00:00.000Z" },
});

test("what units still had of a matter that left them is ended, and nothing else is changed", async () => {
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(olderPlace).execute();
    await db.insertInto("directory_person").values(olderPerson).execute();
    await db
      .insertInto("matters_matter")
      .values([olderMatter("1", "referred"), olderMatter("2", "resolved")])
      .execute();
    const rows = [referral("a", "1", "sent"), referral("b", "2", "sent"), referral("c", "2", "accepted"), referral("d", "2", "returned")];
    await db.insertInto("matters_referral").values(rows).execute();
  });

  await older.upgrade();
  const states = await older.work((db) => db.selectFrom("matters_referral").select(["id", "state"]).orderBy("id").execute());

  expect(states.map(({ id, state }) => `${id} ${state}`)).toEqual(["a sent", "b ended", "c ended", "d returned"]);
});
