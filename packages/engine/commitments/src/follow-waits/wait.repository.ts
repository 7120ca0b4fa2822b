import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import type { CommitmentsDb } from "../plugin.js";

/** More work than this that waits for other work is not looked through. */
const most = 200;

/** Which parts wait for which other at the places one may see, as far as the other is to be seen and not done: two index reads. */
export async function waitsAt(db: CommitmentsDb, scope: Scope): Promise<ReadonlyMap<string, string>> {
  const rows = await within(db, scope, "commitments_line")
    .innerJoin("commitments_block as b", "b.commitmentId", "commitments_line.commitmentId")
    .select(["commitments_line.id", "b.waitsForId"])
    .where("commitments_line.phase", "=", "hold")
    .where("b.state", "=", "blocked")
    .where("b.waitsForId", "is not", null)
    .orderBy("commitments_line.id")
    .limit(most)
    .execute();
  const waited = await within(db, scope, "commitments_line")
    .select("commitments_line.id")
    .where("commitments_line.id", "in", ["", ...rows.flatMap(({ waitsForId }) => waitsForId ?? [])])
    .where("commitments_line.phase", "<>", "done")
    .execute();
  const seen = new Set(waited.map(({ id }) => id));
  return new Map(rows.flatMap(({ id, waitsForId }) => (waitsForId !== null && seen.has(waitsForId) ? [[id, waitsForId] as const] : [])));
}

/** The titles of parts that are waited for. */
export async function titlesOf(db: CommitmentsDb, partIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (partIds.length === 0) return new Map();
  const rows = await everywhere(db, "commitments_part", "what a line that one may see waits for").select(["id", "title"]).where("id", "in", partIds).execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

const waiting = (db: CommitmentsDb) =>
  db.selectFrom("commitments_block as b").innerJoin("commitments_commitment as c", "c.id", "b.commitmentId").where("b.state", "=", "blocked");

/** What a part waits for now. */
export async function waitedForBy(db: CommitmentsDb, partId: string): Promise<string | null> {
  const row = await waiting(db).select("b.waitsForId").where("c.partId", "=", partId).where("b.waitsForId", "is not", null).executeTakeFirst();
  return row?.waitsForId ?? null;
}

/** Which parts wait for this one now. */
export async function waitingFor(db: CommitmentsDb, partId: string): Promise<string[]> {
  const rows = await waiting(db).select("c.partId").where("b.waitsForId", "=", partId).orderBy("c.partId").limit(50).execute();
  return rows.map(({ partId: id }) => id);
}
