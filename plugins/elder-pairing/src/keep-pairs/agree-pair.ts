import { byId, everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { findUncovered } from "../cover-elders/find-uncovered.js";
import { findNext, pairMoves, pairStateOf, type PairState } from "../keep-state/states.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import type { PairRole } from "./put-in-force.js";

export const findPair = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_pair", id).selectAll().executeTakeFirst();
export type PairRow = NonNullable<Awaited<ReturnType<typeof findPair>>>;

export async function getPair({ db }: Pick<ElderPairingContext, "db">, id: string): Promise<PairRow> {
  const row = await findPair(db, id);
  if (!row) throw errors.pairUnknown({}, "params.pairId");
  return row;
}

/** The open pair of an elder in a role, or undefined. */
export const openPairOf = (db: ElderPairingDb, elderId: string, role: PairRole) =>
  everywhere(db, "elder_pairing_pair", "one elder, whose place was checked")
    .selectAll()
    .where("elderId", "=", elderId)
    .where("role", "=", role)
    .where("untilOn", "is", null)
    .executeTakeFirst();

export const primaryOf = (db: ElderPairingDb, elderId: string) => openPairOf(db, elderId, "primary");

/** Whoever covered until both had agreed need not any longer, unless primary and backup are both away. */
export async function endCovers({ db, clock }: ElderPairingContext, elderIds: readonly string[]): Promise<void> {
  if (elderIds.length === 0) return;
  const today = clock.today();
  const alone = new Set((await findUncovered(db, today, ["primary", "backup"])).map(({ id }) => id));
  const answered = elderIds.filter((id) => !alone.has(id));
  if (answered.length === 0) return;
  await db
    .updateTable("elder_pairing_pair")
    .set({ untilOn: today, endReason: "agreed" })
    .where("elderId", "in", answered)
    .where("role", "=", "cover")
    .where("untilOn", "is", null)
    .execute();
  await db.deleteFrom("elder_pairing_alarm").where("elderId", "in", answered).where("onDay", "=", today).execute();
}

/** One side says yes; once both have, the pair holds from today. Again changes nothing. Throws pairOver. */
export async function agreeToPair(ctx: ElderPairingContext, row: PairRow, side: "cadre" | "elder"): Promise<boolean> {
  const { db, clock, actor, audit, publish } = ctx;
  const next = findNext<PairState>(side === "cadre" ? pairMoves.cadreAgrees : pairMoves.elderAgrees, pairStateOf(row));
  if (next === undefined) throw errors.pairOver();
  const cadreAgreedAt = side === "cadre" ? (row.cadreAgreedAt ?? clock.now()) : row.cadreAgreedAt;
  const elderAgreedAt = side === "elder" ? (row.elderAgreedAt ?? clock.now()) : row.elderAgreedAt;
  const elderAgreedBy = side === "elder" ? (row.elderAgreedBy ?? actor.personId) : row.elderAgreedBy;
  const effectiveOn = row.effectiveOn ?? (next === "in_force" ? clock.today() : null);
  await db.updateTable("elder_pairing_pair").set({ cadreAgreedAt, elderAgreedAt, elderAgreedBy, effectiveOn }).where("id", "=", row.id).execute();
  audit("pair.agree", row.id, { side });
  if (effectiveOn !== null && row.effectiveOn === null) await endCovers(ctx, [row.elderId]);
  if (effectiveOn !== null && row.effectiveOn === null) publish("paired", row.elderId, { pairId: row.id, elderId: row.elderId, cadreId: row.cadreId });
  return effectiveOn !== null;
}
