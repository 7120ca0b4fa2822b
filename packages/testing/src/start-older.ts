import type { ServerPart } from "@lianxin/plugin-kit";
import { migrateAll, openDatabase } from "@lianxin/server-kit";
import type { Kysely } from "kysely";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseOptions } from "./test-database.js";

/** A database as an older version left it. */
export interface Older {
  /** Its tables as they are, by their real names; nothing is converted. */
  work<T>(work: (db: Kysely<any>) => Promise<T>): Promise<T>;
  /** Brings it up to date as a start does. */
  upgrade(): Promise<void>;
  close(): Promise<void>;
}

/** Makes the tables of plugins (those they depend on first) by their migrations before a name, "2026-11-26", and nothing later. */
export async function startOlder(parts: readonly ServerPart<any, any, any>[], before: string): Promise<Older> {
  const folder = await mkdtemp(join(tmpdir(), "lianxin-older-"));
  const database = openDatabase(await databaseOptions(folder));
  const older = parts.map((part) => ({
    ...part,
    migrations: Object.fromEntries(Object.entries(part.migrations as object).filter(([name]) => name < before)),
  })) as unknown as ServerPart[];
  // Older tables are not what is declared today: that refusal, and no other, is expected.
  await migrateAll(database, older).catch((error: Error) => {
    if (!error.message.includes("differ")) throw error;
  });
  return {
    work: (work) => database.disarmed(() => work(database.root.withoutPlugins())),
    upgrade: () => migrateAll(database, parts as unknown as ServerPart[]),
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
