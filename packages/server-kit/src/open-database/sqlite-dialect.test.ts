import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompiledQuery, Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdLease } from "./hold-lease.js";
import { SqliteDialect } from "./sqlite-dialect.js";

interface Shelf {
  parent: { id: string };
  child: { id: string; parent_id: string; count: number };
}
let folder: string;
let file: string;
let db: Kysely<Shelf>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lianxin-dialect-"));
  file = join(folder, "a.sqlite");
  db = new Kysely<Shelf>({ dialect: new SqliteDialect({ file }) });
  await sql`create table parent (id text primary key)`.execute(db);
  await sql`create table child (id text primary key, parent_id text references parent(id) deferrable initially deferred, count integer)`.execute(db);
});
afterEach(async () => {
  await db.destroy();
  await rm(folder, { recursive: true });
});

test("a statement that does not parse is refused again and again, and never hangs", async () => {
  const bad = () => db.executeQuery(CompiledQuery.raw("selekt 1"));

  await expect(bad()).rejects.toThrow("syntax error");
  await expect(bad()).rejects.toThrow("syntax error");
  await expect(Promise.all([bad().catch(() => "refused"), bad().catch(() => "refused")])).resolves.toEqual(["refused", "refused"]);
});

test("a commit that fails keeps the writer until it is rolled back, and the next transaction runs", async () => {
  const orphan = db.transaction().execute((trx) => trx.insertInto("child").values({ id: "c", parent_id: "nobody", count: 1 }).execute());

  await expect(orphan).rejects.toThrow("FOREIGN KEY");
  await db.transaction().execute((trx) => trx.insertInto("parent").values({ id: "p" }).execute());

  expect(await db.selectFrom("parent").selectAll().execute()).toEqual([{ id: "p" }]);
  expect(await db.selectFrom("child").selectAll().execute()).toEqual([]);
});

test("fifty transactions at once are run one after the other and none is lost", async () => {
  await db.insertInto("parent").values({ id: "p" }).execute();
  await db.insertInto("child").values({ id: "c", parent_id: "p", count: 0 }).execute();

  await Promise.all(
    Array.from({ length: 50 }, () =>
      db.transaction().execute(async (trx) => {
        const { count } = await trx.selectFrom("child").select("count").executeTakeFirstOrThrow();
        await trx
          .updateTable("child")
          .set({ count: count + 1 })
          .execute();
      }),
    ),
  );

  expect((await db.selectFrom("child").select("count").executeTakeFirstOrThrow()).count).toBe(50);
});

test("a reader sees the last commit while a write is under way, and cannot write itself", async () => {
  await db.insertInto("parent").values({ id: "p" }).execute();

  const seen = await db.transaction().execute(async (trx) => {
    await trx.insertInto("parent").values({ id: "q" }).execute();
    return (await db.selectFrom("parent").selectAll().execute()).length;
  });

  expect(seen).toBe(1);
  expect((await db.selectFrom("parent").selectAll().execute()).length).toBe(2);
});

test("returning gives rows, and an update says how many it changed", async () => {
  const inserted = await db
    .insertInto("parent")
    .values([{ id: "p" }, { id: "q" }])
    .returning("id")
    .execute();
  const changed = await db.updateTable("parent").set({ id: "r" }).where("id", "=", "p").executeTakeFirst();

  expect(inserted).toEqual([{ id: "p" }, { id: "q" }]);
  expect(changed.numUpdatedRows).toBe(1n);
});

test("a write in front of a CTE goes to the writer", async () => {
  const query = CompiledQuery.raw("with x as (select 'z' as id) insert into parent select id from x");

  await db.executeQuery(query);

  expect(await db.selectFrom("parent").selectAll().execute()).toEqual([{ id: "z" }]);
});

test("commits are as durable as SQLite makes them", async () => {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
  const mode = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);

  expect(rows[0]?.synchronous).toBe(2);
  expect(mode.rows[0]?.journal_mode).toBe("wal");
});

test("a second writing process is refused with a sentence", async () => {
  const lease = await holdLease(file);

  await expect(holdLease(file)).rejects.toThrow("Another process writes to");
  await lease.release();
  const again = await holdLease(file);
  await again.release();
});
