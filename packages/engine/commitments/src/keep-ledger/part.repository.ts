import { byId, everywhere, type Place } from "@lianxin/plugin-kit";
import type { CommitmentsDb } from "../plugin.js";

export const findPartRow = (db: CommitmentsDb, id: string) => byId(db, "commitments_part", id).selectAll().executeTakeFirst();
export type PartRow = NonNullable<Awaited<ReturnType<typeof findPartRow>>>;
/** Lines that were joined to a part and left the ledger for it. */
export const mergedIntoPart = (db: CommitmentsDb, id: string): Promise<PartRow[]> =>
  everywhere(db, "commitments_part", "what was joined to one part, whose place was checked").selectAll().where("mergedIntoId", "=", id).orderBy("id").execute();
/** Whatever came from these sources, by id; one query. */
export async function partsFrom(db: CommitmentsDb, sources: readonly { readonly kind: string; readonly id: string }[]): Promise<string[]> {
  const asked = new Set(sources.map(({ kind, id }) => `${kind} ${id}`));
  const rows = await everywhere(db, "commitments_part", "what came from sources that the plugin they belong to names")
    .select(["id", "sourceKind", "sourceId"])
    .where("sourceId", "in", ["", ...new Set(sources.map(({ id }) => id))])
    .orderBy("id")
    .execute();
  return rows.filter(({ sourceKind, sourceId }) => asked.has(`${sourceKind} ${sourceId}`)).map(({ id }) => id);
}

export const findCommitmentRow = (db: CommitmentsDb, id: string) => byId(db, "commitments_commitment", id).selectAll().executeTakeFirst();
export type CommitmentRow = NonNullable<Awaited<ReturnType<typeof findCommitmentRow>>>;

/** The promise that holds a part now. Through the view, whose literal condition the index of active promises answers; a bound one it would not. */
export const findHolder = (db: CommitmentsDb, partId: string): Promise<CommitmentRow | undefined> =>
  db
    .selectFrom("commitments_v1_commitment as v")
    .innerJoin("commitments_commitment as c", "c.id", "v.id")
    .selectAll("c")
    .where("v.partId", "=", partId)
    .executeTakeFirst();

export async function placeOfPart(db: CommitmentsDb, id: string): Promise<Place | undefined> {
  const row = await findPartRow(db, id);
  return row && { path: row.placePath };
}

export async function placeOfCommitment(db: CommitmentsDb, id: string): Promise<Place | undefined> {
  const row = await findCommitmentRow(db, id);
  return row && { path: row.placePath };
}

/** Supporting organisations by commitment; one query. */
export async function supportersOf(db: CommitmentsDb, commitmentIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("commitments_supporter")
    .select(["commitmentId", "organizationId"])
    .where("commitmentId", "in", ["", ...commitmentIds])
    .orderBy("id")
    .execute();
  const byCommitment = new Map<string, string[]>();
  for (const { commitmentId, organizationId } of rows) byCommitment.set(commitmentId, [...(byCommitment.get(commitmentId) ?? []), organizationId]);
  return byCommitment;
}

/** What promises were made on condition of, by their ids; those without are left out. */
export async function conditionsOf(db: CommitmentsDb, commitmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await everywhere(db, "commitments_commitment", "promises whose lines the asker read")
    .select(["id", "conditions"])
    .where("id", "in", ["", ...commitmentIds])
    .where("conditions", "is not", null)
    .execute();
  return new Map(rows.map(({ id, conditions }) => [id, conditions!]));
}

export const entriesOf = (db: CommitmentsDb, partId: string) =>
  db.selectFrom("commitments_entry").selectAll().where("partId", "=", partId).orderBy("at").orderBy("id").execute();
export const evidenceOf = (db: CommitmentsDb, commitmentId: string) =>
  db.selectFrom("commitments_evidence").selectAll().where("commitmentId", "=", commitmentId).orderBy("addedAt").orderBy("id").execute();

/** Who entered the last report, or made the code of the slip it came by and so could have used it; null when there is none. */
export async function reporterOf(db: CommitmentsDb, commitmentId: string): Promise<string | null> {
  const last = (await evidenceOf(db, commitmentId)).at(-1);
  if (!last || last.addedBy !== null) return last?.addedBy ?? null;
  const code = await db
    .selectFrom("commitments_code")
    .select("madeById")
    .where("commitmentId", "=", commitmentId)
    .where("kind", "=", "slip")
    .where("madeAt", "<=", last.addedAt)
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return code?.madeById ?? null;
}

/** How often each owner was reminded or urged; a step is one when all its letters went out, or the one to the owner. One query. */
export async function countReminders(db: CommitmentsDb, commitmentIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("commitments_entry")
    .select(["commitmentId", (eb) => eb.fn.countAll<number>().as("count")])
    .where("commitmentId", "in", ["", ...commitmentIds])
    .where((eb) => {
      const wentOut = eb("note", "not like", "%_by_hand:%");
      const reachedOwner = eb.and([eb("forId", "is not", null), eb("note", "not like", "%_by_hand:%owner%")]);
      return eb.or([eb("move", "=", "urge"), eb.and([eb("move", "=", "remind"), eb.or([wentOut, reachedOwner])])]);
    })
    .groupBy("commitmentId")
    .execute();
  return new Map(rows.map((row) => [row.commitmentId!, Number(row.count)]));
}

/** The last words said about each commitment's work; one query. */
export async function lastNotesOf(db: CommitmentsDb, commitmentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("commitments_entry")
    .select(["commitmentId", "note"])
    .where("commitmentId", "in", ["", ...commitmentIds])
    .where("move", "in", ["progress", "submit", "reject"])
    .where("note", "is not", null)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return new Map(rows.map((row) => [row.commitmentId!, row.note!]));
}
