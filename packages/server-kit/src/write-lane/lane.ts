import type { KitDb } from "../kit-tables.js";

/** One request's hold on the database inside the lane: its own savepoint (SQLite) or transaction (PostgreSQL). */
export interface LaneHandle {
  readonly db: KitDb;
  /** Runs once, after the commit that made the work durable. */
  afterCommit(action: () => void): void;
}

/** All writes of a process, one after the other on SQLite, each in its own transaction on PostgreSQL. */
export interface WriteLane {
  /** Resolves after the COMMIT. `work` may run twice and changes nothing but the database. */
  run<T>(work: (handle: LaneHandle) => Promise<T>): Promise<T>;
}
