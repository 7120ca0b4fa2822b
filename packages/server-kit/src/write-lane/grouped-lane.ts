import type { ControlledTransaction } from "kysely";
import type { Database } from "../open-database/open-database.js";
import { fenced, Hold } from "../guard-tables/plugin-handle.js";
import type { LaneHandle, SetWork, Work, WriteLane } from "./lane.js";
import { Records, type KeptAnswer } from "./records.js";
import { waitingFor, WaitingSet, type Waiting } from "./waiting.js";
import type { WriteRecords } from "./write-records.js";

const largestBatch = 200;
interface Done {
  readonly settle: () => void;
  readonly handle: LaneHandle;
  readonly after: readonly (() => void)[];
  readonly failed: boolean;
}

/** Where SQLite has ended the whole transaction there is no savepoint left: then the cause counts, not "no such savepoint". */
async function undo(savepoint: ControlledTransaction<any, ["request"]>, cause: unknown): Promise<void> {
  try {
    await savepoint.rollbackToSavepoint("request").execute();
    await savepoint.releaseSavepoint("request").execute();
  } catch {
    throw cause;
  }
}

/** The lane on SQLite: the waiting requests run in one transaction, each in its savepoint, and all are answered after the one COMMIT. */
export function groupedLane(database: Database, writeRecords: WriteRecords): WriteLane {
  const queue: Waiting[] = [];
  const sets = new Map<string, WaitingSet<any, any>>();
  let draining: Promise<void> | undefined;
  let isClosed = false;

  async function attemptOne(trx: ControlledTransaction<any>, waiting: Waiting, answered: Map<string, KeptAnswer>): Promise<Done> {
    const savepoint = await trx.savepoint("request").execute();
    const hold = new Hold();
    const after: (() => void)[] = [];
    const handle: LaneHandle = {
      root: savepoint,
      hold,
      db: fenced(savepoint, database.kitFence, hold),
      records: new Records(),
      answered,
      claimsKeys: false,
      afterCommit: (f) => void after.push(f),
    };
    try {
      const value = await waiting.run(handle);
      hold.end();
      await savepoint.releaseSavepoint("request").execute();
      for (const answer of handle.records.answers) answered.set(answer.id, answer);
      return { settle: () => waiting.resolve(value), handle, after, failed: false };
    } catch (error) {
      hold.end();
      await undo(savepoint, error);
      return { settle: () => waiting.reject(error), handle, after, failed: true };
    }
  }

  /** Gives back why everything was lost, or nothing. */
  async function attempt(batch: readonly Waiting[]): Promise<unknown> {
    let trx: ControlledTransaction<any> | undefined;
    const done: Done[] = [];
    const answered = new Map<string, KeptAnswer>();
    try {
      trx = await database.root.startTransaction().execute();
      for (const waiting of batch) done.push(await attemptOne(trx, waiting, answered));
      const kept = done.filter((d) => !d.failed).map((d) => d.handle.records);
      const written = await writeRecords(fenced(trx, database.kitFence), kept);
      await trx.commit().execute();
      written.committed();
    } catch (lost) {
      await trx
        ?.rollback()
        .execute()
        .catch(() => undefined);
      return lost ?? new Error("The batch was lost.");
    }
    for (const { settle, after } of done) {
      for (const action of after) action();
      settle();
    }
    return undefined;
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, largestBatch);
      for (const waiting of batch) if (waiting.name) sets.delete(waiting.name);
      const lost = await attempt(batch);
      if (lost !== undefined) await replay(batch, lost);
    }
    draining = undefined;
  }

  /** After a lost batch each request is tried alone, so that only the guilty one is refused, with the reason of the loss. */
  async function replay(batch: readonly Waiting[], lost: unknown): Promise<void> {
    const parts = batch.flatMap((waiting) => waiting.parts());
    for (const part of parts) {
      const alone = parts.length > 1 ? await attempt([part]) : lost;
      if (alone !== undefined) part.reject(alone);
    }
  }

  function start(): void {
    draining ??= new Promise<void>((resolve) => setImmediate(resolve)).then(drain);
  }

  function enter(waiting: Waiting): void {
    if (isClosed) throw new Error("LANE_CLOSED: the server is stopping and takes no more writes.");
    queue.push(waiting);
    start();
  }

  return {
    async run<T>(work: Work<T>) {
      const { waiting, answer } = waitingFor(work);
      enter(waiting);
      return answer;
    },
    async runTogether<I, T>(name: string, item: I, work: SetWork<I, T>) {
      const known = sets.get(name) as WaitingSet<I, T> | undefined;
      const set = known ?? new WaitingSet<I, T>(name, work);
      const answer = set.add(item);
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
