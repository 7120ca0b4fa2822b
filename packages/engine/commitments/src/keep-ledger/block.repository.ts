import type { CommitmentsDb } from "../plugin.js";

export interface BlockedSpan {
  readonly commitmentId: string;
  readonly kind: string;
  readonly reason: string;
  readonly fromOn: string;
  readonly reviewOn: string;
  readonly waitsForId: string | null;
  /** Null while it lasts. */
  readonly toOn: string | null;
}

/** Every span in which these promises could not go on, oldest first; one query. */
export async function blocksOf(db: CommitmentsDb, commitmentIds: readonly string[]): Promise<ReadonlyMap<string, readonly BlockedSpan[]>> {
  const rows = await db
    .selectFrom("commitments_block")
    .select(["commitmentId", "kind", "reason", "fromOn", "reviewOn", "waitsForId", "toOn"])
    .where("commitmentId", "in", ["", ...commitmentIds])
    .orderBy("fromOn")
    .orderBy("id")
    .execute();
  const byCommitment = new Map<string, BlockedSpan[]>();
  for (const row of rows) byCommitment.set(row.commitmentId, [...(byCommitment.get(row.commitmentId) ?? []), row]);
  return byCommitment;
}
