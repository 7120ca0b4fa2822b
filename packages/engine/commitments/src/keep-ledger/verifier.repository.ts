import type { CommitmentsContext, CommitmentsDb } from "../plugin.js";

export interface Verifier {
  readonly personId: string;
  /** When they passed the report that waits; null as long as they have not. */
  readonly passedAt: string | null;
}

/** Who checks each of these promises, in the order they were named; one query. */
export async function verifiersOf(db: CommitmentsDb, commitmentIds: readonly string[]): Promise<ReadonlyMap<string, readonly Verifier[]>> {
  const rows = await db
    .selectFrom("commitments_verifier")
    .select(["commitmentId", "personId", "passedAt"])
    .where("commitmentId", "in", ["", ...commitmentIds])
    .orderBy("id")
    .execute();
  const byCommitment = new Map<string, Verifier[]>();
  for (const { commitmentId, ...verifier } of rows) byCommitment.set(commitmentId, [...(byCommitment.get(commitmentId) ?? []), verifier]);
  return byCommitment;
}

/** Who checks one promise. */
export const verifiersOfOne = async (db: CommitmentsDb, id: string): Promise<readonly Verifier[]> => (await verifiersOf(db, [id])).get(id) ?? [];

export async function keepVerifiers(
  { db, newId }: Pick<CommitmentsContext, "db" | "newId">,
  commitmentId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  const rows = personIds.map((personId) => ({ id: newId(), commitmentId, personId, passedAt: null }));
  await db.insertInto("commitments_verifier").values(rows).execute();
}

/** One of them has passed the report that waits. */
export const notePass = async ({ db, clock }: Pick<CommitmentsContext, "db" | "clock">, commitmentId: string, personId: string): Promise<void> =>
  void (await db
    .updateTable("commitments_verifier")
    .set({ passedAt: clock.now() })
    .where("commitmentId", "=", commitmentId)
    .where("personId", "=", personId)
    .execute());

/** A new report is checked by everybody anew. */
export const forgetPasses = async (db: CommitmentsDb, commitmentId: string): Promise<void> =>
  void (await db.updateTable("commitments_verifier").set({ passedAt: null }).where("commitmentId", "=", commitmentId).execute());
