import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-27-x-stages")));
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
const no = { isPublic: false, isLawful: false };
const screening = (id: string, outcome: string, answers: object) => ({
  ...{ id, matter_id: "1", answers: JSON.stringify(answers), outcome, screened_at: "2026-09-02T02:00:00.000Z" },
});

test("what was decided is found under way, what was merged is no answer, and an untouched checklist of a merge has no answers", async () => {
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(place).execute();
    await db.insertInto("directory_person").values(person).execute();
    const rows = [matter("1", "decided"), matter("2", "merged"), matter("3", "resolved"), matter("4", "withdrawn")];
    await db
      .insertInto("matters_matter")
      .values(rows.map((row) => ({ ...row, stage: "answered" })))
      .execute();
    await db
      .insertInto("matters_screening")
      .values([screening("a", "merged", no), screening("b", "merged", { ...no, isPublic: true }), screening("c", "returned", no)])
      .execute();
  });

  await older.upgrade();
  const stages = await older.work((db) => db.selectFrom("matters_matter").select("stage").orderBy("id").execute());
  const kept = await older.work((db) => db.selectFrom("matters_screening").select("answers").orderBy("id").execute());

  expect(stages.map(({ stage }) => stage)).toEqual(["working", "closed", "answered", "closed"]);
  expect(kept.map(({ answers }) => (typeof answers === "string" ? JSON.parse(answers) : answers))).toEqual([{}, { ...no, isPublic: true }, no]);
});
