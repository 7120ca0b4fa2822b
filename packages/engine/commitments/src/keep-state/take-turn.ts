import { findCommitmentRow, findPartRow, type CommitmentRow, type PartRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsDb } from "../plugin.js";

/**
 * Waits until nobody else writes to a part or to its promises, and gives the part as they left it: PostgreSQL locks a row that is written to, SQLite has
 * one writer anyway. Whatever acts on work takes the part's turn before it reads what it judges by.
 */
export async function takePartTurn(db: CommitmentsDb, id: string): Promise<PartRow | undefined> {
  await db
    .updateTable("commitments_part")
    .set((row) => ({ title: row.ref("title") }))
    .where("id", "=", id)
    .execute();
  return findPartRow(db, id);
}

/** The turns of several parts, always in the order of their ids, so that two who take some of the same never wait for each other. O(parts). */
export async function takePartTurns(db: CommitmentsDb, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) await takePartTurn(db, id);
}

/** As `takePartTurn`, for a promise: its part's turn is taken, which is also that of the promises before and after it. */
export async function takeCommitmentTurn(db: CommitmentsDb, id: string): Promise<CommitmentRow | undefined> {
  const row = await findCommitmentRow(db, id);
  if (!row) return undefined;
  await takePartTurn(db, row.partId);
  return findCommitmentRow(db, id);
}
