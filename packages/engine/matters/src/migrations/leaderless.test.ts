import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-27-y-leaderless")));
afterEach(() => older.close());

const place = { id: "c", name: "光明路社区", name_key: "光明路社区", kind: "community", scheme: "main", place_path: "/c/", version: 1 };
const person = {
  ...{ id: "p", full_name: "周兰", name_key: "周兰", place_id: "c", place_path: "/c/", home_path: "/c/" },
  ...{ created_at: "2026-09-01T01:00:00.000Z", version: 1 },
};
const matter = (id: string, state: string) => ({
  ...{ id, number: `2026-000${id}`, title: `第 ${id} 件`, place_id: "c", place_path: "/c/", entered_by: "p", is_enterer_hidden: 0 },
  ...{ raised_on: "2026-09-02", state, stage: "working", referred_to: "县城管局", warning_codes: "[]", created_at: "2026-09-02T01:00:00.000Z" },
});
const referral = (id: string, matter_id: string, state: string, day: number, is_lead = 1) => ({
  ...{ id, matter_id, unit_name: "县城管局", is_lead, state, sent_at: `2026-09-0${day}T01:00:00.000Z` },
});

test("what the last lead sent back, and only that, no longer says to whom it was sent", async () => {
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(place).execute();
    await db.insertInto("directory_person").values(person).execute();
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
