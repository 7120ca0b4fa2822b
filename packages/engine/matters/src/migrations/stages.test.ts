import directory from "@lianxin/directory/server";
import { startOlder, type Older } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { olderMatter, olderPerson, olderPlace } from "./test-older-rows.js";

let older: Older;
beforeEach(async () => void (older = await startOlder([directory, server], "2026-11-27-x-stages")));
afterEach(() => older.close());

const no = { isPublic: false, isLawful: false };
const screening = (id: string, outcome: string, answers: object) => ({
  ...{ id, matter_id: "1", answers: JSON.stringify(answers), outcome, screened_at: "2026-09-02T02:00:00.000Z" },
});

test("what was decided is found under way, what was merged is no answer, and an untouched checklist of a merge has no answers", async () => {
  await older.work(async (db) => {
    await db.insertInto("directory_place").values(olderPlace).execute();
    await db.insertInto("directory_person").values(olderPerson).execute();
    const rows = [olderMatter("1", "decided"), olderMatter("2", "merged"), olderMatter("3", "resolved"), olderMatter("4", "withdrawn")];
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
