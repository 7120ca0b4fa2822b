import { existsSync } from "node:fs";
import { sql } from "kysely";
import type { Stage } from "./stage.js";

/** The files of a test's SQLite database, log included; none on PostgreSQL. */
export async function databaseFiles({ app }: Stage): Promise<string[]> {
  const { database } = app.app.platform;
  if (database.kind !== "sqlite") return [];
  const { rows } = await database.disarmed(() => sql<{ name: string; file: string }>`pragma database_list`.execute(database.root));
  const { file } = rows.find(({ name }) => name === "main")!;
  return [file, `${file}-wal`].filter((path) => existsSync(path));
}
