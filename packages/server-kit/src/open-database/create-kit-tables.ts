import { snake } from "@lianxin/plugin-kit";
import { Migrator, type Kysely, type Migration } from "kysely";
import { authIndexes, authTables } from "../sign-in/auth-tables.js";
import { kitIndexes } from "../kit-indexes.js";
import { kitTables } from "../kit-tables.js";
import { createTable, type DatabaseKind } from "./columns-to-sql.js";

/** Tables of later migrations. */
const { task, ...first } = kitTables;

/** The platform's own first migration: its tables and indexes, and those of sign-in. */
const firstTables = (kind: DatabaseKind): Migration => ({
  async up(db) {
    const tables = [...Object.values(first), ...Object.values(authTables)];
    const own = new Set<string>(tables.map((t) => t.name));
    for (const { name, columns } of tables) await createTable(db, kind, name, columns, own);
    for (const [i, { table, columns, unique }] of [...kitIndexes, ...authIndexes].entries()) {
      const index = db.schema
        .createIndex(`${table}_index_${i + 1}`)
        .on(table)
        .columns(columns.map(snake));
      await (unique ? index.unique() : index).execute();
    }
  },
});

const taskTable = (kind: DatabaseKind): Migration => ({
  async up(db) {
    await createTable(db, kind, task.name, task.columns, new Set());
    await db.schema.createIndex("kit_task_state").on(task.name).columns(["state", "id"]).execute();
  },
});

/** So that the oldest answers are found without looking at all. */
const answersByAge: Migration = {
  async up(db: Kysely<any>) {
    await db.schema.createIndex("kit_idempotency_at").on("kit_idempotency").columns(["at"]).execute();
  },
};

/** So that the earliest waiting row of an aggregate is found without reading those delivered before it, however many. */
const outboxHeads: Migration = {
  async up(db: Kysely<any>) {
    await db.schema.dropIndex("kit_outbox_index_10").ifExists().execute();
    await db.schema.createIndex("kit_outbox_head").on("kit_outbox").columns(["aggregate", "kind", "state", "id"]).execute();
  },
};

/** Brings the platform's tables to this version. */
export async function createKitTables(db: Kysely<any>, kind: DatabaseKind): Promise<void> {
  const migrations = {
    "2026-11-24-platform": firstTables(kind),
    "2026-11-26-tasks": taskTable(kind),
    "2026-11-26-u-answers-by-age": answersByAge,
    "2026-11-27-outbox-heads": outboxHeads,
  };
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: "kit_migration",
    migrationLockTableName: "kit_migration_lock",
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
