import { byId, everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { watchDay } from "../cover-elders/watch-day.js";
import { openHandovers } from "../hand-over/hand-over.js";
import { findNext, pairMoves, pairStateOf, type PairState } from "../keep-state/states.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { endPairs } from "./put-in-force.js";

export const findPair = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_pair", id).selectAll().executeTakeFirst();
export type PairRow = NonNullable<Awaited<ReturnType<typeof findPair>>>;

export async function getPair({ db }: Pick<ElderPairingContext, "db">, id: string): Promise<PairRow> {
  const row = await findPair(db, id);
  if (!row) throw errors.pairUnknown({}, "params.pairId");
  return row;
}

/** The open primary pair of an elder, or undefined. */
export const primaryOf = (db: ElderPairingDb, elderId: string) =>
  everywhere(db, "elder_pairing_pair", "one elder, whose place was checked")
    .selectAll()
    .where("elderId", "=", elderId)
    .where("role", "=", "primary")
    .where("untilOn", "is", null)
    .executeTakeFirst();

/** Whoever covered until both had agreed need not any longer. */
async function endCover({ db, clock }: ElderPairingContext, elderId: string): Promise<void> {
  const today = clock.today();
  await db
    .updateTable("elder_pairing_pair")
    .set({ untilOn: today, endReason: "agreed" })
    .where("elderId", "=", elderId)
    .where("role", "=", "cover")
    .where("untilOn", "is", null)
    .execute();
  await db.deleteFrom("elder_pairing_alarm").where("elderId", "=", elderId).where("onDay", "=", today).execute();
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
  if (effectiveOn !== null && row.effectiveOn === null) await endCover(ctx, row.elderId);
  if (effectiveOn !== null && row.effectiveOn === null) publish("paired", row.elderId, { pairId: row.id, elderId: row.elderId, cadreId: row.cadreId });
  return effectiveOn !== null;
}

/** So many pairs are agreed to in one turn of the lane. */
const agreedAtOnce = 200;

/** Everybody at or below a place who has not agreed on this side yet, as a list says; gives how many, and how many are left for the next time. */
export async function agreeForAll(
  ctx: ElderPairingContext,
  path: string,
  side: "cadre" | "elder",
): Promise<{ readonly agreed: number; readonly left: number }> {
  const rows = await everywhere(ctx.db, "elder_pairing_pair", "all pairs of one place, which was checked")
    .selectAll()
    .where("role", "=", "primary")
    .where("untilOn", "is", null)
    .where(side === "cadre" ? "cadreAgreedAt" : "elderAgreedAt", "is", null)
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .orderBy("id")
    .execute();
  for (const row of rows.slice(0, agreedAtOnce)) await agreeToPair(ctx, row, side);
  return { agreed: Math.min(agreedAtOnce, rows.length), left: Math.max(0, rows.length - agreedAtOnce) };
}

/** The elder, or the cadre with a reason, does not want this pair: it ends, the two are kept apart from now on, and somebody else is found at once. Throws pairOver. */
export async function declinePair(ctx: ElderPairingContext, row: PairRow, by: "elder" | "complaint"): Promise<void> {
  const { db, newId, clock, audit } = ctx;
  if (findNext<PairState>(pairMoves.end, pairStateOf(row)) === undefined) throw errors.pairOver();
  const tie = { id: newId(), cadreId: row.cadreId, elderId: row.elderId, kind: by === "elder" ? "declined" : "complaint", sinceOn: clock.today() };
  await db
    .insertInto("elder_pairing_tie")
    .values(tie)
    .onConflict((oc) => oc.doNothing())
    .execute();
  await endPairs(ctx, [row.id], clock.today(), by === "elder" ? "declined" : "complaint");
  audit("pair.decline", row.id, { by });
  await watchDay(ctx, "declined");
}

/** Another cadre for an elder, chosen by hand: holds against every matching until it is changed by hand. Throws cadreUnknown, pairSame, pairForbidden, cadreFull. */
export async function choosePair(
  ctx: ElderPairingContext,
  elder: { readonly id: string; readonly placePath: string; readonly townPath: string },
  cadreId: string,
  because: PairRow["because"],
): Promise<string> {
  const { db, newId, clock, audit } = ctx;
  const now = await primaryOf(db, elder.id);
  const cadre = await byId(db, "elder_pairing_cadre", cadreId).select(["id", "state", "limit"]).executeTakeFirst();
  if (cadre?.state !== "active") throw errors.cadreUnknown({}, "body.cadreId");
  if (now?.cadreId === cadreId) throw errors.pairSame({}, "body.cadreId");
  const ties = await db.selectFrom("elder_pairing_tie").select("kind").where("elderId", "=", elder.id).where("cadreId", "=", cadreId).execute();
  if (ties.some(({ kind }) => kind !== "knows")) throw errors.pairForbidden({}, "body.cadreId");
  const held = await everywhere(db, "elder_pairing_pair", "one cadre's elders are counted before another one is added")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("cadreId", "=", cadreId)
    .where("role", "=", "primary")
    .where("untilOn", "is", null)
    .executeTakeFirstOrThrow();
  if (Number(held.count) >= cadre.limit) throw errors.cadreFull({ limit: cadre.limit }, "body.cadreId");
  if (now) await endPairs(ctx, [now.id], clock.today(), "by_hand");
  const id = newId();
  const place = { placePath: elder.placePath, townPath: elder.townPath };
  const agreed = { cadreAgreedAt: null, elderAgreedAt: null, elderAgreedBy: null, effectiveOn: null };
  const row = { id, ...place, elderId: elder.id, cadreId, role: "primary", fromOn: clock.today(), untilOn: null, isPinned: true, startReason: "by_hand" };
  await db
    .insertInto("elder_pairing_pair")
    .values({ ...row, ...agreed, endReason: null, because: { ...because, isPinned: true }, createdAt: clock.now() })
    .execute();
  if (now?.effectiveOn)
    await openHandovers(ctx, [{ elderId: elder.id, fromCadreId: now.cadreId, toCadreId: cadreId, pairId: id, placePath: elder.placePath }], {
      day: clock.today(),
      reason: "by_hand",
    });
  audit("pair.choose", elder.id, { cadreId });
  // Who was backup may be the primary now: the backup follows.
  await watchDay(ctx, "by_hand");
  return id;
}
