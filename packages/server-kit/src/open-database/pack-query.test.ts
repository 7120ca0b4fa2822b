import { insertRows } from "@lianxin/plugin-kit";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "./test-database.js";

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(() => opened.lane.run(async ({ db }) => void (await db.deleteFrom("kit_job").execute())));
afterAll(() => opened.close());

const at = "2026-09-17T00:00:00.000Z";
const rowOf = (id: string, lastError: string | null) => ({ id, nextRunAt: at, lockedUntil: null, lastRunAt: null, lastError });
const stored = () => opened.kit.selectFrom("kit_job").selectAll().orderBy("id").execute();
// PostgreSQL keeps no zero byte in a text.
const text = fc.string({ unit: "binary", maxLength: 12 }).map((value) => value.replaceAll("\0", ""));

test("rows that go in as one parameter are read back as they were, whatever their texts hold", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.option(text), { maxLength: 40 }), async (texts) => {
      await opened.lane.run(async ({ db }) => void (await db.deleteFrom("kit_job").execute()));
      const rows = texts.map((value, i) => rowOf(`job-${String(i).padStart(3, "0")}`, value));

      const count = await opened.lane.run(({ db }) => insertRows(db, "kit_job", rows));

      expect(count).toBe(rows.length);
      expect(await stored()).toEqual(rows);
    }),
    { numRuns: 40 },
  ));

test("a row that is there already stays as it is when it may be skipped, and fails the whole otherwise", async () => {
  const rows = Array.from({ length: 20 }, (_, i) => rowOf(`job-${i}`, `${i}`));
  await opened.lane.run(({ db }) => insertRows(db, "kit_job", [rowOf("job-7", "before")]));

  await expect(opened.lane.run(({ db }) => insertRows(db, "kit_job", rows))).rejects.toThrow(/constraint|unique/i);
  expect(await opened.lane.run(({ db }) => insertRows(db, "kit_job", rows, { skips: true }))).toBe(19);

  expect((await stored()).find(({ id }) => id === "job-7")!.lastError).toBe("before");
});

test("rows with different columns are refused", async () => {
  const odd = { id: "job-2", nextRunAt: at } as never;

  await expect(opened.lane.run(({ db }) => insertRows(db, "kit_job", [rowOf("job-1", null), odd]))).rejects.toThrow(TypeError);
});

test("texts that JSON would change go in one by one on SQLite", async () => {
  if (opened.database.kind === "postgres") return expect(opened.file).toBeUndefined();
  const rows = Array.from({ length: 12 }, (_, i) => rowOf(`job-${String(i).padStart(2, "0")}`, i === 3 ? "a\0b" : `${i}`));

  await opened.lane.run(({ db }) => insertRows(db, "kit_job", rows));

  const length = await opened.lane.run(async ({ db }) =>
    db
      .selectFrom("kit_job")
      .select(({ fn }) => fn<number>("hex", ["lastError"]).as("hex"))
      .where("id", "=", "job-03")
      .executeTakeFirst(),
  );
  expect(length).toEqual({ hex: "610062" });
});

test("a long list finds what a short one finds, beside other conditions and with what is not in it", async () => {
  const rows = Array.from({ length: 60 }, (_, i) => rowOf(`job-${String(i).padStart(2, "0")}`, i % 2 ? "odd" : "even"));
  await opened.lane.run(({ db }) => insertRows(db, "kit_job", rows));
  const ids = rows.slice(0, 40).map(({ id }) => id);
  const query = opened.kit.selectFrom("kit_job").select("id").orderBy("id");

  const [inside, outside] = [
    await query.where("lastError", "=", "odd").where("id", "in", ids).where("nextRunAt", "<=", at).execute(),
    await query.where("nextRunAt", "<=", at).where("id", "not in", ids).where("lastError", "=", "even").execute(),
  ];

  expect(inside.map(({ id }) => id)).toEqual(ids.filter((_, i) => i % 2 === 1));
  expect(outside.map(({ id }) => id)).toEqual(rows.slice(40).flatMap(({ id }, i) => (i % 2 === 0 ? [id] : [])));
});
