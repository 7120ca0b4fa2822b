import { afterEach, expect, test } from "vitest";
import type { KitDb } from "../kit-tables.js";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";

let opened: TestDatabase;
const open = async (options = {}) => (opened = await openTestDatabase(options));
afterEach(() => opened.close());

const setting = (id: string, value = "x") => ({ id, value, at: "2026-09-09T07:00:00.000Z" });
const names = async () => (await opened.kit.selectFrom("kit_setting").select("id").orderBy("id").execute()).map((r) => r.id);

test("a failing request loses its own rows and nothing else", async () => {
  const { lane } = await open();

  const answers = await Promise.allSettled([
    lane.run(({ db }) => db.insertInto("kit_setting").values(setting("a")).execute()),
    lane.run(async ({ db }) => {
      await db.insertInto("kit_setting").values(setting("b")).execute();
      throw new Error("no");
    }),
    lane.run(({ db }) => db.insertInto("kit_setting").values(setting("c")).execute()),
  ]);

  expect(answers.map((a) => a.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await names()).toEqual(["a", "c"]);
});

const runsOf = async (fail: (db: KitDb) => Promise<void>): Promise<readonly string[]> => {
  const { lane } = await open();
  const runs: string[] = [];
  const insert = (id: string) =>
    lane.run(async ({ db }) => {
      runs.push(id);
      await db.insertInto("kit_setting").values(setting(id)).execute();
    });
  const failing = () =>
    lane.run(async ({ db }) => {
      runs.push("b");
      await fail(db);
      throw new Error("no");
    });
  await Promise.allSettled([insert("a"), failing(), insert("c")]);
  expect(await names()).toEqual(["a", "c"]);
  return runs;
};

test.skipIf(process.env.LIANXIN_TEST_DB === "postgres")("on SQLite a batch runs once when whoever is refused had written nothing", async () => {
  const runs = await runsOf(async (db) => void (await db.selectFrom("kit_setting").selectAll().execute()));

  expect(runs).toEqual(["a", "b", "c"]);
});

test.skipIf(process.env.LIANXIN_TEST_DB === "postgres")("on SQLite a batch runs again with savepoints when somebody fails after writing", async () => {
  const runs = await runsOf(async (db) => void (await db.insertInto("kit_setting").values(setting("b")).execute()));

  expect(runs).toEqual(["a", "b", "a", "b", "c"]);
});

test("whoever fails among many, and however, the others' rows are there and nobody else's", async () => {
  const failures = [
    async () => undefined,
    async (db: KitDb, id: string) => void (await db.insertInto("kit_setting").values(setting(id)).execute()),
    async (db: KitDb) =>
      void (await db
        .insertInto("kit_setting")
        .values([setting("z"), setting("z")])
        .execute()),
  ];
  const { lane } = await open();
  const requests = Array.from({ length: 60 }, (_, i) => ({ id: `r${String(i).padStart(2, "0")}`, fail: i % 7 === 3 ? failures[(i * 5) % 3] : undefined }));

  const answers = await Promise.allSettled(
    requests.map(({ id, fail }) =>
      lane.run(async ({ db }) => {
        await fail?.(db, id);
        if (fail) throw new Error("no");
        await db.insertInto("kit_setting").values(setting(id)).execute();
      }),
    ),
  );

  expect(answers.map((a) => a.status)).toEqual(requests.map(({ fail }) => (fail ? "rejected" : "fulfilled")));
  expect(await names()).toEqual(requests.filter(({ fail }) => !fail).map(({ id }) => id));
});

test("after a failed statement nothing runs until the request is rolled back", async () => {
  const { lane } = await open();
  await lane.run(({ db }) => db.insertInto("kit_setting").values(setting("a")).execute());

  const answer = lane.run(async ({ db }) => {
    await db
      .insertInto("kit_setting")
      .values(setting("a"))
      .execute()
      .catch(() => undefined);
    await db.insertInto("kit_setting").values(setting("b")).execute();
  });

  await expect(answer).rejects.toThrow(/UNIQUE|duplicate key/);
  expect(await names()).toEqual(["a"]);
});

test("a lost batch is replayed request by request, and only the guilty one is refused", async () => {
  let losses = 0;
  const { lane } = await open({
    writeRecords: async (_: unknown, records: readonly { audit: readonly unknown[] }[]) => {
      if (records.some((r) => r.audit.length > 0)) {
        losses++;
        throw new Error("the disk is full");
      }
      return { committed: () => undefined };
    },
  });
  const guilty = { at: "", account: "", person: null, action: "x", target: "y", detail: {} };

  const answers = await Promise.allSettled([
    lane.run(({ db }) => db.insertInto("kit_setting").values(setting("a")).execute()),
    lane.run(async ({ db, records }) => {
      records.audit.push(guilty);
      await db.insertInto("kit_setting").values(setting("b")).execute();
    }),
  ]);

  expect(answers.map((a) => a.status)).toEqual(["fulfilled", "rejected"]);
  expect((answers[1] as PromiseRejectedResult).reason.message).toBe("the disk is full");
  expect(await names()).toEqual(["a"]);
  expect(losses).toBeGreaterThan(0);
});

test("a handle is closed when its request is over", async () => {
  const { lane } = await open();

  const kept = await lane.run(async ({ db }) => ({ db }));

  await expect(kept.db.selectFrom("kit_setting").selectAll().execute()).rejects.toThrow("HANDLE_OVER");
});

test("set-based work takes all waiting items at once and answers each", async () => {
  const { lane } = await open();
  const sizes: number[] = [];
  const insert = (n: number) =>
    lane.runTogether("insert", n, async ({ db }, items: readonly number[]) => {
      sizes.push(items.length);
      await db
        .insertInto("kit_setting")
        .values(items.map((i) => setting(`n${i}`)))
        .execute();
      return items.map((i) => (i === 3 ? new Error("three") : i * 2));
    });

  const answers = await Promise.allSettled([1, 2, 3, 4].map(insert));

  expect(answers.map((a) => (a.status === "fulfilled" ? a.value : a.reason.message))).toEqual([2, 4, "three", 8]);
  expect(Math.max(...sizes)).toBeGreaterThan(1);
});

test.each(["before", "after"])("whoever fails in a set %s it wrote is refused alone, and the others of the set are answered", async (when) => {
  const { lane } = await open();
  const join = (id: string) =>
    lane.runTogether("join", id, async ({ db }, ids) => {
      if (when === "before" && ids.includes("bad")) throw new Error("bad first");
      await db
        .insertInto("kit_setting")
        .values(ids.map((one) => setting(one)))
        .execute();
      if (ids.includes("bad")) throw new Error("bad last");
      return ids;
    });

  const answers = await Promise.allSettled([
    join("a"),
    join("bad"),
    join("c"),
    lane.run(async ({ db }) => db.insertInto("kit_setting").values(setting("d")).execute()),
  ]);

  expect(answers.map((a) => a.status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect((answers[1] as PromiseRejectedResult).reason.message).toMatch(/^bad/);
  expect(await names()).toEqual(["a", "c", "d"]);
});

test("a query that no guard has seen is refused", async () => {
  const { database } = await open();

  await expect(database.root.selectFrom("kit_setting").selectAll().execute()).rejects.toThrow("UNGUARDED_QUERY");
});
