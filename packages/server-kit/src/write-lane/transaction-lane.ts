import type { Database } from "../open-database/open-database.js";
import { fenced, Hold } from "../guard-tables/plugin-handle.js";
import type { LaneHandle, SetWork, Work, WriteLane } from "./lane.js";
import { Records } from "./records.js";
import { WaitingSet } from "./waiting.js";
import type { WriteRecords } from "./write-records.js";

interface PostgresError {
  readonly code?: string;
  readonly table?: string;
}
const passes = (error: unknown): boolean => {
  const { code, table } = (error ?? {}) as PostgresError;
  return code === "40001" || code === "40P01" || (code === "23505" && table === "kit_idempotency");
};

/** The lane on PostgreSQL: each request has its own transaction; only set-based work is gathered while a set of its name runs. */
export function transactionLane(database: Database, writeRecords: WriteRecords): WriteLane {
  const running = new Set<Promise<unknown>>();
  const sets = new Map<string, WaitingSet<any, any>>();
  const busy = new Set<string>();
  let isClosed = false;

  async function inTransaction<T>(work: Work<T>): Promise<T> {
    const trx = await database.root.startTransaction().execute();
    const hold = new Hold();
    const after: (() => void)[] = [];
    const handle: LaneHandle = {
      root: trx,
      hold,
      db: fenced(trx, database.kitFence, hold),
      records: new Records(),
      answered: new Map(),
      lookedUp: new Set(),
      claimsKeys: true,
      afterCommit: (f) => void after.push(f),
    };
    try {
      const value = await work(handle);
      hold.end();
      const written = await writeRecords(fenced(trx, database.kitFence), [handle.records]);
      await trx.commit().execute();
      written.committed();
      for (const action of after) action();
      return value;
    } catch (error) {
      hold.end();
      await trx
        .rollback()
        .execute()
        .catch(() => undefined);
      throw error;
    }
  }

  /** The same request at the same moment elsewhere, or two that waited for each other: the work is done once more and finds the other's result. */
  async function withRetry<T>(work: Work<T>, tries = 3): Promise<T> {
    return inTransaction(work).catch((error: unknown) => {
      if (tries > 1 && passes(error)) return withRetry(work, tries - 1);
      throw error;
    });
  }

  function track<T>(promise: Promise<T>): Promise<T> {
    if (isClosed) throw new Error("LANE_CLOSED: the server is stopping and takes no more writes.");
    running.add(promise);
    void promise.catch(() => undefined).finally(() => running.delete(promise));
    return promise;
  }

  async function runSet(name: string): Promise<void> {
    busy.add(name);
    for (let set = sets.get(name); set; set = sets.get(name)) {
      sets.delete(name);
      const current = set;
      await inTransaction(current.run).then(
        (answers) => current.resolve(answers),
        async (lost: unknown) => {
          const parts = current.parts();
          for (const part of parts) await (parts.length > 1 ? inTransaction(part.run).then((a) => part.resolve(a), part.reject.bind(part)) : part.reject(lost));
        },
      );
    }
    busy.delete(name);
  }

  return {
    run: async <T>(work: Work<T>) => track(withRetry(work)),
    async runTogether<I, T>(name: string, item: I, work: SetWork<I, T>) {
      const set = (sets.get(name) as WaitingSet<I, T> | undefined) ?? new WaitingSet<I, T>(name, work);
      sets.set(name, set);
      const answer = set.add(item);
      if (!busy.has(name)) void track(runSet(name));
      return answer;
    },
    async close() {
      isClosed = true;
      await Promise.allSettled([...running]);
    },
  };
}
