import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([server], "2026-11-26-2")));
afterEach(() => older.close());

const at = "2026-09-01T01:00:00.000Z";
const later = "2026-09-02T01:00:00.000Z";
const place = { id: "c", name: "光明路社区", name_key: "光明路社区", kind: "community", scheme: "main", place_path: "/c/", version: 1 };
const person = (id: string, enteredBy: string | null = null) => ({
  ...{ id, full_name: id, name_key: id, place_id: "c", place_path: "/c/", home_path: "/c/", created_at: at, entered_by: enteredBy, version: 1 },
});
const role = (personId: string, kind: string) => ({
  ...{ id: `role of ${personId}`, person_id: personId, kind, title: kind, place_id: "c", place_path: "/c/", from_on: "2026-09-01", created_at: at },
});
const channel = (id: string, personId: string, createdAt = at) => ({
  ...{ id, person_id: personId, kind: "phone", address: `sealed ${id}`, address_index: id, is_verified: 0, is_preferred: 0, created_at: createdAt },
});

test("accounts keep what they may; imported addresses and those entered by a head with the record stay good, others wait", async () => {
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(place).execute();
    await db
      .insertInto("directory_person")
      .values([person("head"), person("worker"), person("a", "head"), person("b", "worker"), person("d")])
      .execute();
    await db
      .insertInto("directory_role")
      .values([role("head", "secretary"), role("worker", "grid_worker")])
      .execute();
    await db
      .insertInto("directory_channel")
      .values([channel("with a", "a"), channel("later on a", "a", later), channel("with b", "b"), channel("imported", "d"), channel("later on d", "d", later)])
      .execute();
    const batch = { id: "i", kind: "people", file_name: "a.csv", place_id: "c", place_path: "/c/", imported_at: at, added: 1, changed: 0, same: 0 };
    await db.insertInto("directory_import").values(batch).execute();
    const row = { id: "r", import_id: "i", line: 1, deed: "added", subject_table: "directory_channel", subject_id: "imported" };
    await db.insertInto("directory_import_row").values(row).execute();
    await db.insertInto("directory_account_link").values({ id: "l", person_id: "b", account_id: "x", proved_by: "code", from_at: later }).execute();
  });

  await older.upgrade();
  const [channels, links] = await older.work(async (db) => [
    await db.selectFrom("directory_channel").select(["id", "confirmed_at"]).orderBy("id").execute(),
    await db.selectFrom("directory_account_link").select(["confirmed_at"]).execute(),
  ]);

  expect(channels!.filter((row: any) => row.confirmed_at !== null).map((row: any) => [row.id, row.confirmed_at])).toEqual([
    ["imported", at],
    ["with a", at],
  ]);
  expect(links).toEqual([{ confirmed_at: later }]);
});
