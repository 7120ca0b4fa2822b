import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KitDb } from "../kit-tables.js";
import type { WriteLane } from "../write-lane/lane.js";
import { groupedLane } from "../write-lane/grouped-lane.js";
import { transactionLane } from "../write-lane/transaction-lane.js";
import type { WriteRecords } from "../write-lane/write-records.js";
import { createKitTables } from "./create-kit-tables.js";
import { openDatabase, type Database } from "./open-database.js";
import { newPostgresDatabase } from "./test-postgres.js";

export interface TestDatabase {
  readonly database: Database;
  readonly kit: KitDb;
  readonly lane: WriteLane;
  /** SQLite only. */
  readonly file: string | undefined;
  close(): Promise<void>;
}

const keepNothing: WriteRecords = async () => ({ committed: () => undefined });

/** A fresh database of the kind the run asks for, with the platform's tables. */
export async function openTestDatabase({ writeRecords = keepNothing, arm = true }: { writeRecords?: WriteRecords; arm?: boolean } = {}): Promise<TestDatabase> {
  const usesPostgres = process.env.LIANXIN_TEST_DB === "postgres";
  const folder = await mkdtemp(join(tmpdir(), "lianxin-"));
  const file = join(folder, "lianxin.sqlite");
  const database = openDatabase(usesPostgres ? { url: await newPostgresDatabase(), connections: 8 } : { file });
  await createKitTables(database.root, database.kind);
  if (arm) database.arm();
  const lane = usesPostgres ? transactionLane(database, writeRecords) : groupedLane(database, writeRecords);
  return {
    database,
    kit: database.kit,
    lane,
    file: usesPostgres ? undefined : file,
    async close() {
      await lane.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
