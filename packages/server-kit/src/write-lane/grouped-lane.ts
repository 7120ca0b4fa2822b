import type { Database } from "../open-database/open-database.js";
import { batchAttempt } from "./attempt-batch.js";
import type { FindAnswers, SetWork, Work, WriteLane } from "./lane.js";
import { waitingFor, WaitingSet, type Waiting } from "./waiting.js";
import type { WriteRecords } from "./write-records.js";

const largestBatch = 200;
/** After a request had to be undone, so many batches get savepoints from the start: refusals come in rows. */
const batchesApart = 20;

/**
 * The lane on SQLite: the waiting requests run in one transaction, and all are answered after the one COMMIT. A request that fails loses
 * its own rows and nothing else: by a savepoint, or because it had written none (`batchAttempt`).
 */
export function groupedLane(database: Database, writeRecords: WriteRecords, findAnswers: FindAnswers = async () => []): WriteLane {
  const attempt = batchAttempt(database, writeRecords, findAnswers);
  const queue: Waiting[] = [];
  const sets = new Map<string, WaitingSet<any, any>>();
  let draining: Promise<void> | undefined;
  let apart = 0;
  let isClosed = false;

  async function settle(batch: readonly Waiting[]): Promise<void> {
    const first = await attempt(batch, apart > 0);
    apart = first.is === "undo" ? batchesApart : Math.max(0, apart - 1);
    if (first.is === "done") return replay(first.broken);
    if (first.is === "undo" && batch.length === 1) return replay(batch, first.cause);
    const second = first.is === "undo" ? await attempt(batch, true) : first;
    await (second.is === "done" ? replay(second.broken) : replay(batch, second.cause));
  }

  /** After a lost batch or set each request is tried alone, so that only the guilty one is refused, with the reason of the loss. */
  async function replay(batch: readonly Waiting[], lost?: unknown): Promise<void> {
    const parts = batch.flatMap((waiting) => waiting.parts());
    if (parts.length === 1) return parts[0]!.reject(lost);
    for (const part of parts) {
      const alone = await attempt([part], false);
      if (alone.is !== "done") part.reject(alone.cause);
    }
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, largestBatch);
      for (const waiting of batch) if (waiting.name) sets.delete(waiting.name);
      await settle(batch);
    }
    draining = undefined;
  }

  function enter(waiting: Waiting): void {
    if (isClosed) throw new Error("LANE_CLOSED: the server is stopping and takes no more writes.");
    queue.push(waiting);
    draining ??= new Promise<void>((resolve) => setImmediate(resolve)).then(drain);
  }

  return {
    async run<T>(work: Work<T>, keys?: readonly string[]) {
      const { waiting, answer } = waitingFor(work, keys);
      enter(waiting);
      return answer;
    },
    async runTogether<I, T>(name: string, item: I, work: SetWork<I, T>, keys?: readonly string[]) {
      const known = sets.get(name) as WaitingSet<I, T> | undefined;
      const set = known ?? new WaitingSet<I, T>(name, work);
      const answer = set.add(item, keys);
      if (!known) {
        sets.set(name, set);
        enter(set);
      }
      return answer;
    },
    async close() {
      isClosed = true;
      await draining;
    },
  };
}
