import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([server], "2026-11-26")));
afterEach(() => older.close());

const place = { id: "c", name: "光明路社区", name_key: "光明路社区", kind: "community", scheme: "main", place_path: "/c/", version: 1 };
const person = (id: string, name: string) => ({
  ...{ id, full_name: name, name_key: name, place_id: "c", place_path: "/c/", home_path: "/c/", created_at: "2026-09-01T01:00:00.000Z", version: 1 },
});

test("people who were there before are found by their initials and sorted by surname, more of them than one slice", { timeout: 60_000 }, async () => {
  const many = Array.from({ length: 1001 }, (_, n) => person(`x${String(n).padStart(4, "0")}`, "王秀珍"));
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(place).execute();
    const people = [person("a", "周兰"), person("b", "陈国强"), person("c", "曾志远"), ...many];
    for (let at = 0; at < people.length; at += 100)
      await db
        .insertInto("directory_person")
        .values(people.slice(at, at + 100))
        .execute();
  });

  await older.upgrade();
  const rows = await older.work((db) => db.selectFrom("directory_person").select(["id", "full_name", "initials", "sort_key"]).orderBy("sort_key").execute());

  expect(rows).toHaveLength(1004);
  expect(rows.every(({ initials, sort_key: key }) => initials !== null && key !== null)).toBe(true);
  expect(new Map(rows.map((row) => [row.full_name as string, row.initials as string]))).toEqual(
    new Map([
      ["周兰", "zl"],
      ["陈国强", "cgq"],
      ["曾志远", "zzy"],
      ["王秀珍", "wxz"],
    ]),
  );
  const sorted = [...new Set(rows.map((row) => row.full_name as string))];
  expect([sorted.slice(0, 2), sorted.slice(2).sort()]).toEqual([["陈国强", "王秀珍"], ["周兰", "曾志远"].sort()]);
});
