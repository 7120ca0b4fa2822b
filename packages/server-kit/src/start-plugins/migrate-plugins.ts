import {
  snake,
  underscored,
  type Columns,
  type MigrationTools,
  type PluginMigration,
  type SealedClass,
  type ServerPart,
  type Table,
} from "@lianxin/plugin-kit";
import { Migrator, sql, type Kysely, type Migration } from "kysely";
import { addColumns, createTable, type DatabaseKind, type TableOptions } from "../open-database/columns-to-sql.js";
import { Sealing } from "../open-database/sealing.js";
import type { Database } from "../open-database/open-database.js";
import { Refusal } from "./refusal.js";

function toolsFor(db: Kysely<any>, kind: DatabaseKind, part: ServerPart): MigrationTools {
  const prefix = `${underscored(part.plugin.id)}_`;
  const tables = Object.values(part.plugin.tables) as Table[];
  const own = new Set(tables.map((t) => t.name));
  const check = (name: string) => {
    if (!name.startsWith(prefix))
      throw new Refusal(`A migration of the plugin (${part.plugin.id}) touches ${name}, which is not its own.`, `call it ${prefix}….`);
  };
  return {
    db,
    async createTable(name: string, columns: Columns, options?: TableOptions) {
      check(name);
      await createTable(db, kind, name, columns, new Set([...own, name]), options);
    },
    async addColumns(table: string, columns: Columns) {
      check(table);
      await addColumns(db, kind, table, columns, own);
    },
    seal(table, column, { id, subject }, text) {
      check(table);
      const dataClass = tables.find(({ name }) => name === table)?.columns[column]?.dataClass;
      if (dataClass !== "contact" && dataClass !== "sensitive")
        throw new Refusal(`A migration of the plugin (${part.plugin.id}) seals ${table}.${column}, which is no sealed column.`, "declare it so in the table.");
      return new Sealing(dataClass satisfies SealedClass, table, snake(column), id, { value: subject }, text);
    },
    async createIndex(table, columns, { unique = false, where } = {}) {
      check(table);
      const name = `${table}_${columns.map(snake).join("_")}_index`;
      const text = sql`create ${sql.raw(unique ? "unique index" : "index")} ${sql.ref(name.slice(0, 63))} on ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(snake(c))))})`;
      await (where ? sql`${text} where ${sql.raw(where)}` : text).execute(db);
    },
    async createView(name, select) {
      check(name);
      await sql`create view ${sql.table(name)} as ${sql.raw(select)}`.execute(db);
    },
    async dropView(name) {
      check(name);
      await sql`drop view ${sql.table(name)}`.execute(db);
    },
  };
}

const asKysely = (migration: PluginMigration, kind: DatabaseKind, part: ServerPart): Migration => ({ up: (db) => migration(toolsFor(db, kind, part)) });

/** Brings each plugin's tables up to date, in order of dependence; each has a history of its own, so enabling one never reorders another's. */
export async function migratePlugins(database: Database, ordered: readonly ServerPart[]): Promise<void> {
  for (const part of ordered) {
    const table = `${underscored(part.plugin.id)}_migration`;
    const migrations = Object.fromEntries(Object.entries(part.migrations).map(([name, migration]) => [name, asKysely(migration, database.kind, part)]));
    const migrator = new Migrator({
      db: database.root,
      provider: { getMigrations: async () => migrations },
      migrationTableName: table,
      migrationLockTableName: `${table}_lock`,
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error(String(error));
  }
}
