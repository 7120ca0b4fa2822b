import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { KeyRing } from "../keep-secrets/key-ring.js";
import type { MasterKey } from "../keep-secrets/master-key.js";
import { openMasterKey } from "../keep-secrets/open-master-key.js";
import { assertKeysFit, hasPersonKeys } from "../keep-secrets/person-key.repository.js";
import { createKitTables } from "../open-database/create-kit-tables.js";
import { holdLease, type Lease } from "../open-database/hold-lease.js";
import { openDatabase, type Database } from "../open-database/open-database.js";
import type { Ports } from "../ports.js";
import { Refusal } from "../start-plugins/refusal.js";
import type { Environment } from "./read-environment.js";

/** Database and keys of a running process, with the right to write. */
export interface Store {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly master: MasterKey;
  /** The folder of the key file. */
  readonly keys: string;
  /** The SQLite file; none on PostgreSQL. */
  readonly file: string | undefined;
  close(): Promise<void>;
}

export const fileIn = (data: string): string => join(data, "lianxin.sqlite");

/** Throws a `Refusal` where no house stands, so that a command which only looks founds none. PostgreSQL refuses a database that is not there by itself. */
export function assertHouseStands({ data, databaseUrl }: Environment): void {
  if (databaseUrl || existsSync(fileIn(data))) return;
  throw new Refusal(`There is no data in ${data} / 这个文件夹里没有莲心的数据。`, "LIANXIN_DATA names another folder, or nothing was started here yet.");
}

/** Opens what a process writes to: the lease first, then the database and its tables, then the keys. */
export async function openStore({ data, keys, databaseUrl }: Environment, ports: Ports): Promise<Store> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const file = databaseUrl ? undefined : fileIn(data);
  const lease: Lease | undefined = file ? await holdLease(file) : undefined;
  try {
    const database = openDatabase(databaseUrl ? { url: databaseUrl } : { file: fileIn(data) });
    await createKitTables(database.root, database.kind);
    const master = await openMasterKey(keys, ports.random, { databaseHasKeys: await hasPersonKeys(database.kit) });
    await assertKeysFit(database.kit, master);
    const close = async (): Promise<void> => {
      await database.close();
      await lease?.release();
    };
    const keyRing = new KeyRing(master, ports);
    // Migrations that seal what stood open have keys.
    database.useSealer(keyRing);
    return { database, keyRing, master, keys, file, close };
  } catch (error) {
    await lease?.release();
    throw error;
  }
}
