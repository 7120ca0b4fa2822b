import { col, definePlugin, defineServer, event, table, view, within, type Scope } from "@lianxin/plugin-kit";
import { CompiledQuery, sql, type Kysely } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { fencePlugins } from "../start-plugins/fence-plugins.js";
import { migratePlugins } from "../start-plugins/migrate-plugins.js";
import { fenced } from "./plugin-handle.js";

const note = table("beta_note", { id: col.id(), placePath: col.place(), text: col.text(), isPinned: col.bool(), tags: col.json<string[]>() });
const secret = table("alpha_secret", { id: col.id(), words: col.text() });
const alpha = definePlugin({
  id: "alpha",
  tables: { secret },
  views: { v1_word: view({ id: col.id(), words: col.text() }) },
  events: { told: event(1, null as never) },
});
const beta = definePlugin({ id: "beta", dependsOn: [alpha], tables: { note } });
const parts = [
  defineServer(alpha, {
    services: () => ({}),
    migrations: {
      first: async (tools) => {
        await tools.createTable("alpha_secret", secret.columns);
        await tools.createView("alpha_v1_word", "select id, words from alpha_secret");
      },
    },
  }),
  defineServer(beta, { services: () => ({}), migrations: { first: (tools) => tools.createTable("beta_note", note.columns) } }),
];

let opened: TestDatabase;
let db: Kysely<any>;
beforeAll(async () => {
  opened = await openTestDatabase({ arm: false });
  await migratePlugins(opened.database, parts as never);
  opened.database.arm();
  db = fenced(opened.database.root, fencePlugins(parts as never).get("beta")!);
  await db
    .insertInto("beta_note")
    .values({ id: "n1", placePath: "/31/02/", text: "hello", isPinned: true, tags: ["a", "b"] })
    .execute();
});
afterAll(() => opened.close());

const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
  "a foreign table": () => db.selectFrom("alpha_secret").selectAll().execute(),
  "a join": () => db.selectFrom("beta_note").innerJoin("alpha_secret", "alpha_secret.id", "beta_note.id").selectAll().execute(),
  "a left join under an alias": () => db.selectFrom("beta_note as n").leftJoin("alpha_secret as s", "s.id", "n.id").selectAll().execute(),
  "a subquery": () =>
    db
      .selectFrom("beta_note")
      .select((eb: any) => eb.selectFrom("alpha_secret").select("words").limit(1).as("w"))
      .execute(),
  exists: () =>
    db
      .selectFrom("beta_note")
      .selectAll()
      .where((eb: any) => eb.exists(eb.selectFrom("alpha_secret").select("id")))
      .execute(),
  "a union": () => Promise.resolve().then(() => db.selectFrom("beta_note").select("id").union(db.selectFrom("alpha_secret").select("id")).execute()),
  "a CTE": () =>
    db
      .with("w", (qb: any) => qb.selectFrom("alpha_secret").selectAll())
      .selectFrom("w")
      .selectAll()
      .execute(),
  "a CTE named like a table": () =>
    db
      .with("alpha_secret", (qb: any) => qb.selectFrom("beta_note").selectAll())
      .selectFrom("alpha_secret")
      .selectAll()
      .execute(),
  "insert into a view": () => db.insertInto("alpha_v1_word").values({ id: "x", words: "y" }).execute(),
  "insert from a foreign select": () =>
    Promise.resolve().then(() => db.insertInto("beta_note").columns(["id"]).expression(db.selectFrom("alpha_secret").select("id")).execute()),
  "update of a foreign table": () => db.updateTable("alpha_secret").set({ words: "x" }).execute(),
  "update from a foreign table": () => db.updateTable("beta_note").from("alpha_secret").set({ text: "x" }).execute(),
  "delete from a foreign table": () => db.deleteFrom("alpha_secret").execute(),
  "delete using a foreign table": () => db.deleteFrom("beta_note").using("alpha_secret").whereRef("alpha_secret.id", "=", "beta_note.id").execute(),
  "sql.table": () =>
    db
      .selectFrom(sql.table("alpha_secret").as("t") as never)
      .selectAll()
      .execute(),
  "raw text in a select": () =>
    db
      .selectFrom("beta_note")
      .select(sql`(select words from alpha_secret limit 1)`.as("w") as never)
      .execute(),
  "raw text glued from two pieces": () =>
    db
      .selectFrom("beta_note")
      .select(sql`(select words from ${sql.raw("alpha")}${sql.raw("_secret")} limit 1)`.as("w") as never)
      .execute(),
  "quoted raw text": () =>
    db
      .selectFrom("beta_note")
      .select(sql`(select words from "alpha_secret" limit 1)`.as("w") as never)
      .execute(),
  "another schema": () => db.withSchema("main").selectFrom("alpha_secret").selectAll().execute(),
  "the catalogue": () => db.selectFrom("sqlite_master").selectAll().execute(),
  "a pragma in raw text": () =>
    db
      .selectFrom("beta_note")
      .select(sql`(select count(*) from pragma_table_info('beta_note'))`.as("c") as never)
      .execute(),
  "the platform's keys": () => db.selectFrom("kit_person_key").selectAll().execute(),
  "a raw statement": () => sql`select 1`.execute(db),
  "data definition": () => db.schema.dropTable("beta_note").execute(),
  "a compiled raw query": () => db.executeQuery(CompiledQuery.raw("select * from alpha_secret")),
  "taking the plugins off": () => db.withoutPlugins().selectFrom("alpha_secret").selectAll().execute(),
  "own table with the plugins off": () => db.withoutPlugins().selectFrom("beta_note").selectAll().execute(),
};

test.each(Object.entries(attempts))("a plugin does not get through by %s", async (_, attempt) => {
  await expect(attempt()).rejects.toThrow(/FOREIGN_TABLE|UNGUARDED_QUERY/);
});

test("a plugin appended after the guard does not get through", async () => {
  const swap = {
    transformQuery: () => opened.database.root.selectFrom("alpha_secret").selectAll().toOperationNode(),
    transformResult: async ({ result }: any) => result,
  };

  const asked = db
    .withPlugin(swap as never)
    .selectFrom("beta_note")
    .selectAll()
    .execute();

  await expect(asked).rejects.toThrow("UNGUARDED_QUERY");
});

test("own tables and published views are read, with truth values and JSON as they are", async () => {
  const notes = await db.selectFrom("beta_note").select(["id", "isPinned", "tags", "isPinned as pinned"]).execute();
  const words = await db.selectFrom("alpha_v1_word").selectAll().execute();

  expect(notes).toEqual([{ id: "n1", isPinned: true, tags: ["a", "b"], pinned: true }]);
  expect(words).toEqual([]);
});

test("a scope narrows to its places, and an empty scope gives no row", async () => {
  const idsIn = async (...paths: string[]) =>
    (
      await within(db, { paths } as unknown as Scope, "beta_note" as never)
        .select("beta_note.id" as never)
        .execute()
    ).length;

  const found = [await idsIn("/31/"), await idsIn("/31/02/"), await idsIn("/31/0/"), await idsIn("/32/"), await idsIn()];

  expect(found).toEqual([1, 1, 0, 0, 0]);
});
