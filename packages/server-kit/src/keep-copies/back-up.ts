import { existsSync } from "node:fs";
import { chmod, rename, rm, stat } from "node:fs/promises";
import sqlite3 from "sqlite3";
import { holdLease } from "../open-database/hold-lease.js";
import { openFile } from "../open-database/sqlite-handle.js";
import { assertHouseStands, fileIn } from "../start-app/open-store.js";
import type { Environment } from "../start-app/read-environment.js";
import { Refusal } from "../start-plugins/refusal.js";

type Connection = Awaited<ReturnType<typeof openFile>>;
const run = (database: Connection, sql: string, ...values: unknown[]): Promise<{ readonly integrity_check?: string }[]> =>
  new Promise((resolve, reject) => database.all(sql, values, (error, rows) => (error ? reject(error) : resolve(rows as { integrity_check?: string }[]))));
const close = (database: Connection): Promise<void> => new Promise((resolve) => database.close(() => resolve()));

function sqliteFile({ data, databaseUrl }: Environment): string {
  if (databaseUrl) throw new Refusal("The data is in PostgreSQL, which has its own tools for copies.", "use pg_dump and pg_restore.");
  return fileIn(data);
}

/** Whether a file is a whole database of ours. Throws a `Refusal` that says what is wrong with it. */
async function checkCopy(file: string): Promise<void> {
  const database = await openFile(file, sqlite3.OPEN_READONLY).catch(() => undefined);
  if (!database) throw new Refusal(`${file} cannot be opened.`, "the path is wrong.");
  try {
    const [first] = await run(database, "pragma integrity_check").catch(() => [{ integrity_check: "it is no SQLite file" }]);
    if (first?.integrity_check !== "ok") throw new Refusal(`${file} is damaged: ${first?.integrity_check}.`, "take an older backup.");
    const [ours] = await run(database, "select name as integrity_check from sqlite_master where name = 'kit_setting'");
    if (!ours) throw new Refusal(`${file} is no backup of Lianxin.`, "the path names another file.");
  } finally {
    await close(database);
  }
}

/** A consistent copy of the data as of one moment, while a server may go on writing. Gives its size in bytes. */
export async function backUp(environment: Environment, target: string): Promise<number> {
  const source = sqliteFile(environment);
  assertHouseStands(environment);
  const database = await openFile(source, sqlite3.OPEN_READONLY);
  await run(database, "vacuum into ?", target).finally(() => close(database));
  await chmod(target, 0o600);
  await checkCopy(target);
  return (await stat(target)).size;
}

/** Puts a backup in place of the data and keeps what was there under another name, which it gives. The server must not run. */
export async function restore(environment: Environment, backup: string, now: string): Promise<string | undefined> {
  const file = sqliteFile(environment);
  await checkCopy(backup);
  const lease = await holdLease(file);
  try {
    const arriving = `${file}.arriving`;
    // Left by a restore that broke off.
    await rm(arriving, { force: true });
    const copy = await openFile(backup, sqlite3.OPEN_READONLY);
    await run(copy, "vacuum into ?", arriving).finally(() => close(copy));
    await chmod(arriving, 0o600);
    const kept = existsSync(file) ? `${file}.before-${now.replace(/\W/g, "")}` : undefined;
    if (kept) for (const tail of ["", "-wal", "-shm"]) if (existsSync(file + tail)) await rename(file + tail, kept + tail);
    await rename(arriving, file);
    return kept;
  } finally {
    await lease.release();
  }
}
