import sqlite3 from "sqlite3";
import { Refusal } from "../start-plugins/refusal.js";
import { openFile, runScript } from "./sqlite-handle.js";

export interface Lease {
  release(): Promise<void>;
}

/**
 * One writing process per file: an exclusive lock on a small file beside it, which the operating system drops when the process ends,
 * however it ends. A second process is refused with a sentence.
 */
export async function holdLease(file: string): Promise<Lease> {
  const database = await openFile(`${file}.lease`, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE);
  const close = () => new Promise<void>((resolve) => database.close(() => resolve()));
  try {
    await runScript(database, "pragma busy_timeout=200; pragma journal_mode=delete; begin exclusive");
  } catch {
    await close();
    throw new Refusal(
      `Another process writes to ${file} already.`,
      "it is a server that still runs: stop it and try again; what plugins do by command (lianxin run) goes through it as it is.",
    );
  }
  return {
    async release() {
      await runScript(database, "rollback").catch(() => undefined);
      await close();
    },
  };
}
