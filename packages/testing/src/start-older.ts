import { wrapSealed, type Classified, type ServerPart } from "@lianxin/plugin-kit";
import { keyStoreOf, KeyRing, migrateAll, openDatabase, openMasterKey } from "@lianxin/server-kit";
import type { Kysely } from "kysely";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testPorts } from "./test-clock.js";
import { databaseOptions, dropDatabase } from "./test-database.js";

/** A database as an older version left it. */
export interface Older {
  /** Its tables as they are, by their real names; nothing is converted. */
  work<T>(work: (db: Kysely<any>) => Promise<T>): Promise<T>;
  /** Brings it up to date as a start does. */
  upgrade(): Promise<void>;
  /** What stands sealed in a column, opened. */
  open(sealed: string): Promise<string | undefined>;
  /** The SQLite file; none on PostgreSQL. */
  readonly file: string | undefined;
  close(): Promise<void>;
}

/** Makes the tables of plugins (those they depend on first) by their migrations before a name, "2026-11-26", and nothing later. */
export async function startOlder(parts: readonly ServerPart<any, any, any>[], before: string): Promise<Older> {
  const folder = await mkdtemp(join(tmpdir(), "lianxin-older-"));
  const [options, ports] = [await databaseOptions(folder), testPorts()];
  const database = openDatabase(options);
  const ring = new KeyRing(await openMasterKey(join(folder, "keys"), ports.random), ports);
  database.useSealer(ring);
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
    open: (sealed) => database.disarmed(async () => (await ring.openMany([wrapSealed(sealed) as Classified], keyStoreOf(database.kit)))[0]),
    file: "file" in options ? options.file : undefined,
    async close() {
      await database.close();
      await dropDatabase(options);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
