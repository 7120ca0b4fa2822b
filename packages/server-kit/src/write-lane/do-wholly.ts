import type { ControlledTransaction, Kysely } from "kysely";
import type { Records } from "./records.js";

/** Goes back to a savepoint. Where SQLite has ended the whole transaction there is none left: then the cause counts, not "no such savepoint". */
export async function undoTo<N extends string>(savepoint: ControlledTransaction<any, [N]>, name: NoInfer<N>, cause: unknown): Promise<void> {
  try {
    await savepoint.rollbackToSavepoint(name as never).execute();
    await savepoint.releaseSavepoint(name as never).execute();
  } catch {
    throw cause;
  }
}

const lists = ["audit", "outbox", "access", "answers"] as const satisfies readonly (keyof Records)[];

/**
 * Part of a request that is done whole or not at all, while the request goes on: in a savepoint of its transaction. When `work` throws, its rows and what it
 * put into `records` are gone, and the error is thrown on.
 */
export async function doWholly<T>({ root, records }: { readonly root: Kysely<any>; readonly records: Records }, work: () => Promise<T>): Promise<T> {
  if (!root.isTransaction) throw new Error("NO_TRANSACTION: there is nothing to go back to. Maybe do it in a route that writes.");
  const savepoint = await (root as ControlledTransaction<any>).savepoint("part").execute();
  const before = lists.map((list) => records[list].length);
  try {
    const value = await work();
    await savepoint.releaseSavepoint("part").execute();
    return value;
  } catch (error) {
    for (const [at, list] of lists.entries()) records[list].length = before[at]!;
    await undoTo(savepoint, "part", error);
    throw error;
  }
}
