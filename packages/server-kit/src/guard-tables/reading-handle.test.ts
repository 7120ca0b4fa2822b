import { col, definePlugin, defineServer, insertRows, prepared, table } from "@lianxin/plugin-kit";
import type { Kysely } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { fencePlugins } from "../start-plugins/fence-plugins.js";
import { migratePlugins } from "../start-plugins/migrate-plugins.js";
import { fenced } from "./plugin-handle.js";

const note = table("beta_note", { id: col.id(), text: col.text() });
const beta = definePlugin({ id: "beta", tables: { note } });
const parts = [defineServer(beta, { services: () => ({}), migrations: { first: (tools) => tools.createTable("beta_note", note.columns) } })];

let opened: TestDatabase;
let reading: Kysely<any>;
let writing: Kysely<any>;
const row = { id: "n2", text: "again" };
const change = prepared((db: Kysely<any>, p: { text: string }) => db.updateTable("beta_note").set({ text: p.text }));
const notes = () => reading.selectFrom("beta_note").selectAll().execute();

beforeAll(async () => {
  opened = await openTestDatabase({ arm: false });
  await migratePlugins(opened.database, parts as never);
  opened.database.arm();
  const fence = fencePlugins(parts as never).get("beta")!;
  reading = fenced(opened.database.root, fence.reading);
  writing = fenced(opened.database.root, fence);
  await insertRows(writing, "beta_note", [{ id: "n1", text: "hello" }]);
  await change.execute(writing, { text: "hello" });
});
afterAll(() => opened.close());

const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
  "an insert": () => reading.insertInto("beta_note").values(row).execute(),
  "an update": () => reading.updateTable("beta_note").set({ text: "changed" }).execute(),
  "a delete": () => reading.deleteFrom("beta_note").execute(),
  "many rows at once, as a writer sent them before": () => insertRows(reading, "beta_note", [row]),
  "a prepared update that a writer ran before": () => change.execute(reading, { text: "changed" }),
  "a query with a part that writes": () =>
    Promise.resolve().then(() =>
      reading
        .with("gone", (db) => db.deleteFrom("beta_note").returning("id"))
        .selectFrom("gone")
        .selectAll()
        .execute(),
    ),
};

test.each(Object.entries(attempts))("what only reads changes nothing by %s", async (_, attempt) => {
  await expect(attempt()).rejects.toThrow("READ_ONLY");

  expect(await notes()).toEqual([{ id: "n1", text: "hello" }]);
});

test("what only reads sees what a writer wrote, by a query with a part too", async () => {
  const found = await reading
    .with("all", (db) => db.selectFrom("beta_note").selectAll())
    .selectFrom("all")
    .select("text")
    .execute();

  expect(found).toEqual([{ text: "hello" }]);
});
