import type { Kysely } from "kysely";
import type { KitDb } from "../kit-tables.js";
import type { Hold } from "../guard-tables/plugin-handle.js";
import type { KeptAnswer, Records } from "./records.js";

/** One request's hold on the database: its own savepoint in a batch (SQLite), its own transaction (PostgreSQL). */
export interface LaneHandle {
  /** The connection without plugins, to be fenced for the plugin that works on it. */
  readonly root: Kysely<any>;
  readonly hold: Hold;
  readonly db: KitDb;
  /** What goes into the audit, the outbox and the access log with the same commit. */
  readonly records: Records;
  /** Answers already there under the keys of the batch: stored ones, and those of earlier requests of the same batch. */
  readonly answered: ReadonlyMap<string, KeptAnswer>;
  /** Keys whose stored answers were looked up for the whole batch at once: one that is not `answered` is new. */
  readonly lookedUp: ReadonlySet<string>;
  /** Requests run side by side: a key is claimed before the work, so that its twin waits and then finds the answer. */
  readonly claimsKeys: boolean;
  /** Runs once, after the commit that made the work durable. */
  afterCommit(action: () => void): void;
}

export type Work<T> = (handle: LaneHandle) => Promise<T>;
/** Takes all waiting items of its kind at once; gives one answer or Error for each, in their order. */
export type SetWork<I, T> = (handle: LaneHandle, items: readonly I[]) => Promise<readonly (T | Error)[]>;

/** Where the answers of the keys a piece of work will ask for are looked up beforehand. */
export type FindAnswers = (db: KitDb, keys: readonly string[]) => Promise<readonly KeptAnswer[]>;

/** All writes of a process: grouped into one durable commit on SQLite, each in its own transaction on PostgreSQL. */
export interface WriteLane {
  /** Resolves after the COMMIT. `work` may run twice and changes nothing but the database. `keys`: of the answers it will ask for. */
  run<T>(work: Work<T>, keys?: readonly string[]): Promise<T>;
  /** The set-based door for a hot path: items waiting under the same name are handled together. */
  runTogether<I, T>(name: string, item: I, work: SetWork<I, T>, keys?: readonly string[]): Promise<T>;
  /** Resolves when nothing waits any more; new work is refused from now on. */
  close(): Promise<void>;
}
