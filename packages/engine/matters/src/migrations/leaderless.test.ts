import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { olderMatter, olderPerson, olderPlace } from "./test-older-rows.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-27-y-leaderless")));
afterEach(() => older.close());

const matter = (id: string, state: string) => olderMatter(id, state, { stage: "working", referred_to: "县城管局" });
const referral = (id: string, matter_id: string, state: string, day: number, is_lead = 1) => ({
  ...{ id, matter_id, unit_name: "县城管局", is_lead, state, sent_at: `2026-09-0${day}T01:00:00.000Z` },
});

test("what the last lead sent back, and only that, no longer says to whom it was sent", async () => {
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(olderPlace).execute();
    await db.insertInto("directory_person").values(olderPerson).execute();
    await db
      .insertInto("matters_matter")
      .values([matter("1", "referred"), matter("2", "referred"), matter("3", "referred"), matter("4", "resolved")])
      .execute();
    const first = [referral("a", "1", "returned", 3), referral("b", "1", "accepted", 3, 0), referral("c", "2", "returned", 3)];
    const then = [referral("d", "2", "sent", 4), referral("e", "3", "accepted", 3), referral("f", "3", "returned", 4, 0), referral("g", "4", "returned", 3)];
    await db
      .insertInto("matters_referral")
      .values([...first, ...then])
      .execute();
  });

  await older.upgrade();
  const rows = await older.work((db) => db.selectFrom("matters_matter").select("referred_to").orderBy("id").execute());

  expect(rows.map(({ referred_to }) => referred_to)).toEqual([null, "县城管局", "县城管局", "县城管局"]);
});
