import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { sweepAnswers } from "./remember-answer.js";

let opened: TestDatabase;
beforeEach(async () => void (opened = await openTestDatabase()));
afterEach(() => opened.close());
const daysAgo = (days: number) => new Date(Date.parse("2026-09-09T07:00:00.000Z") - days * 86_400_000).toISOString();

test("answers are kept for seven days and then forgotten, more of them than one turn takes", async () => {
  const old = Array.from({ length: 2_001 }, (_, n) => ({ id: `old ${n}`, bodyHash: "h", status: 200, answer: "{}", at: daysAgo(8) }));
  for (let at = 0; at < old.length; at += 500)
    await opened.lane.run(({ db }) =>
      db
        .insertInto("kit_idempotency")
        .values(old.slice(at, at + 500))
        .execute(),
    );
  const fresh = { id: "fresh", bodyHash: "h", status: 200, answer: "{}", at: daysAgo(6) };
  await opened.lane.run(({ db }) => db.insertInto("kit_idempotency").values(fresh).execute());

  await sweepAnswers(opened.lane, daysAgo(0));

  expect((await opened.kit.selectFrom("kit_idempotency").select("id").execute()).map((row) => row.id)).toEqual(["fresh"]);
});
