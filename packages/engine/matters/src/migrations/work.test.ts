import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-27-work")));
afterEach(() => older.close());

const place = { id: "c", name: "光明路社区", name_key: "光明路社区", kind: "community", scheme: "main", place_path: "/c/", version: 1 };
const person = {
  ...{ id: "p", full_name: "周兰", name_key: "周兰", place_id: "c", place_path: "/c/", home_path: "/c/" },
  ...{ created_at: "2026-09-01T01:00:00.000Z", version: 1 },
};
const matter = (id: string, state: string) => ({
  ...{ id, number: `2026-000${id}`, title: `第 ${id} 件`, place_id: "c", place_path: "/c/", entered_by: "p", is_enterer_hidden: 0 },
  ...{ raised_on: "2026-09-02", state, warning_codes: "[]", created_at: "2026-09-02T01:00:00.000Z" },
});
const referral = (id: string, matterId: string, state: string) => ({
  ...{ id, matter_id: matterId, unit_name: "县城管局", is_lead: 1, state, sent_at: "2026-09-02T02:00:00.000Z" },
});

test("what units still had of a matter that left them is ended, and nothing else is changed", async () => {
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(place).execute();
    await db.insertInto("directory_person").values(person).execute();
    await db
      .insertInto("matters_matter")
      .values([matter("1", "referred"), matter("2", "resolved")])
      .execute();
    const rows = [referral("a", "1", "sent"), referral("b", "2", "sent"), referral("c", "2", "accepted"), referral("d", "2", "returned")];
    await db.insertInto("matters_referral").values(rows).execute();
  });

  await older.upgrade();
  const states = await older.work((db) => db.selectFrom("matters_referral").select(["id", "state"]).orderBy("id").execute());

  expect(states.map(({ id, state }) => `${id} ${state}`)).toEqual(["a sent", "b ended", "c ended", "d returned"]);
});
