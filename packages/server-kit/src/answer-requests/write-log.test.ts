import { Writable } from "node:stream";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { createLog } from "./write-log.js";

const canary = "19900001234 canary";
let opened: TestDatabase;
beforeEach(async () => void (opened = await openTestDatabase({ arm: false })));
afterEach(() => opened.close());

function aLog() {
  const lines: string[] = [];
  const log = createLog("info", new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) }));
  return { log, lines };
}
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test("the log of a failure says its name, code and frames, and nothing that was typed, however the database quotes it", async () => {
  const { log, lines } = aLog();
  const { root } = opened.database;
  const failures = [
    await failureOf(sql`select 1 from ${sql.table(canary)}`.execute(root)),
    await failureOf(sql`select * from kit_setting where id = ${canary} and cast(${canary} as integer) > 0 and no_such_column = 1`.execute(root)),
    ...(opened.file ? [] : [await failureOf(sql`select * from kit_outbox where attempts = ${canary}`.execute(root))]),
  ];

  for (const failure of failures) log.troubled(failure);

  expect(failures.every((failure) => failure instanceof Error)).toBe(true);
  expect(failures.some((failure) => (failure as Error).message.includes("canary"))).toBe(true);
  expect(lines.join("")).not.toContain("canary");
  for (const line of lines)
    expect(JSON.parse(line).error).toMatchObject({ name: expect.stringMatching(/rror$/), code: expect.any(String), frames: expect.any(Array) });
});

test("a message that looks like a frame, a code with a value in it and what is no error leave nothing either", () => {
  const { log, lines } = aLog();
  const sly = Object.assign(new Error(`x\n    at ${canary} (file.ts:1:1)`), { code: canary });

  for (const error of [sly, canary, { message: canary }, undefined]) log.troubled(error);

  expect(lines.join("")).not.toContain("canary");
  expect(lines.map((line) => JSON.parse(line).error.name)).toEqual(["Error", "string", "object", "undefined"]);
  expect(JSON.parse(lines[0]!).error.frames.length).toBeGreaterThan(0);
});
