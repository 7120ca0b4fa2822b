import type { ControlledTransaction, Kysely } from "kysely";
import { fenced, Hold } from "../guard-tables/plugin-handle.js";
import type { Database } from "../open-database/open-database.js";
import { undoTo } from "./do-wholly.js";
import type { FindAnswers, LaneHandle } from "./lane.js";
import { Records, type KeptAnswer } from "./records.js";
import type { Waiting } from "./waiting.js";
import type { WriteRecords } from "./write-records.js";

/** Answers by key, and the keys that were looked for. */
interface Known {
  readonly answered: Map<string, KeptAnswer>;
  readonly lookedUp: ReadonlySet<string>;
}
interface Done {
  readonly settle: () => void;
  readonly records: Records;
  readonly after: readonly (() => void)[];
  /** A set that failed as a whole, though only one of its items may be guilty. */
  readonly broken?: Waiting;
}
/** `broken`: sets whose items are still to be tried one by one. "undo": a request failed after it had written, and there was no savepoint to go back to; nothing of the batch is there. */
export type Outcome = { readonly is: "done"; readonly broken: readonly Waiting[] } | { readonly is: "undo" | "lost"; readonly cause: unknown };

class Undo extends Error {
  constructor(override readonly cause: unknown) {
    super("A request has to be undone alone.");
  }
}

/**
 * Runs a batch in one transaction and answers it after the COMMIT. `apart`: each request in a savepoint of its own. Otherwise none has one,
 * which is a third of the work: whoever fails before writing anything leaves nothing behind, and where somebody fails later the
 * whole attempt is taken back ("undo").
 */
export function batchAttempt(database: Database, writeRecords: WriteRecords, findAnswers: FindAnswers) {
  /** One look-up for the batch instead of one for each request. */
  async function lookUp(trx: Kysely<any>, batch: readonly Waiting[]): Promise<Known> {
    const lookedUp = new Set(batch.flatMap(({ keys }) => keys));
    const stored = lookedUp.size > 0 ? await findAnswers(fenced(trx, database.kitFence), [...lookedUp]) : [];
    return { lookedUp, answered: new Map(stored.map((answer) => [answer.id, answer])) };
  }

  async function runOne(root: Kysely<any>, waiting: Waiting, known: Known): Promise<Done> {
    const [hold, records, after] = [new Hold(), new Records(), [] as (() => void)[]];
    const db = fenced<any>(root, database.kitFence, hold);
    const handle: LaneHandle = { root, hold, db, records, ...known, claimsKeys: false, afterCommit: (f) => void after.push(f) };
    try {
      const value = await waiting.run(handle);
      for (const answer of records.answers) known.answered.set(answer.id, answer);
      return { settle: () => waiting.resolve(value), records, after };
    } finally {
      hold.end();
    }
  }

  const refused = (waiting: Waiting, error: unknown): Done => {
    const nothing = { records: new Records(), after: [] };
    return waiting.size > 1 ? { ...nothing, settle: () => undefined, broken: waiting } : { ...nothing, settle: () => waiting.reject(error) };
  };

  async function runTogether(trx: Kysely<any>, waiting: Waiting, known: Known): Promise<Done> {
    const before = database.countWrites();
    return runOne(trx, waiting, known).catch((error: unknown) => {
      if (database.countWrites() !== before) throw new Undo(error);
      return refused(waiting, error);
    });
  }

  async function runApart(trx: ControlledTransaction<any>, waiting: Waiting, known: Known): Promise<Done> {
    const savepoint = await trx.savepoint("request").execute();
    try {
      const done = await runOne(savepoint, waiting, known);
      await savepoint.releaseSavepoint("request").execute();
      return done;
    } catch (error) {
      await undoTo(savepoint, "request", error);
      return refused(waiting, error);
    }
  }

  return async (batch: readonly Waiting[], apart: boolean): Promise<Outcome> => {
    let trx: ControlledTransaction<any> | undefined;
    const done: Done[] = [];
    try {
      trx = await database.root.startTransaction().execute();
      const known = await lookUp(trx, batch);
      for (const waiting of batch) done.push(await (apart ? runApart(trx, waiting, known) : runTogether(trx, waiting, known)));
      const written = await writeRecords(
        fenced(trx, database.kitFence),
        done.map((d) => d.records),
      );
      await trx.commit().execute();
      written.committed();
    } catch (error) {
      await trx
        ?.rollback()
        .execute()
        .catch(() => undefined);
      return error instanceof Undo ? { is: "undo", cause: error.cause } : { is: "lost", cause: error ?? new Error("The batch was lost.") };
    }
    for (const { after } of done) for (const action of after) action();
    for (const { settle } of done) settle();
    return { is: "done", broken: done.flatMap(({ broken }) => broken ?? []) };
  };
}
