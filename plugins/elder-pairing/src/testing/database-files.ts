import { existsSync, rmSync } from "node:fs";
import { sql } from "kysely";
import type { Stage } from "./stage.js";

/** The files of a test's SQLite database: itself, its log, and a copy as a backup makes it; none on PostgreSQL. */
export async function databaseFiles({ app }: Stage): Promise<string[]> {
  const { database } = app.app.platform;
  if (database.kind !== "sqlite") return [];
  return database.disarmed(async () => {
    const { rows } = await sql<{ name: string; file: string }>`pragma database_list`.execute(database.root);
    const { file } = rows.find(({ name }) => name === "main")!;
    const copy = `${file}.copy`;
    rmSync(copy, { force: true });
    await sql`vacuum into ${copy}`.execute(database.root);
    return [file, `${file}-wal`, copy].filter((path) => existsSync(path));
  });
}
