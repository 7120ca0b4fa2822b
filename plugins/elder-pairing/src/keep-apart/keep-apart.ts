import { everywhere } from "@lianxin/plugin-kit";
import { watchDay } from "../cover-elders/watch-day.js";
import { errors } from "../errors.js";
import { findElder } from "../keep-people/people.repository.js";
import { findNext, pairMoves, pairStateOf, type PairState } from "../keep-state/states.js";
import { primaryOf, type PairRow } from "../keep-pairs/agree-pair.js";
import { endPairs } from "../keep-pairs/put-in-force.js";
import type { ElderPairingContext } from "../plugin.js";
import type { apartReasons } from "../words.js";

/** Who does not want the pair: the elder, the cadre, or whoever took a complaint; and the kind of tie that keeps the two apart from then on. */
export const tieOf = { elder: "declined", cadre: "unwilling", complaint: "complaint" } as const;
export type Decliner = keyof typeof tieOf;
export interface Declined {
  readonly by: Decliner;
  readonly reason?: (typeof apartReasons)[number] | undefined;
}
const why = "the ties of one elder, whose place was checked";
const kinds = Object.values(tieOf);

/** The open pair of an elder with a cadre; without one, with the first helper. Throws pairUnknown. */
export async function pairWith({ db }: ElderPairingContext, elderId: string, cadreId: string | undefined): Promise<PairRow> {
  const row =
    cadreId === undefined
      ? await primaryOf(db, elderId)
      : await everywhere(db, "elder_pairing_pair", why)
          .selectAll()
          .where("elderId", "=", elderId)
          .where("cadreId", "=", cadreId)
          .where("untilOn", "is", null)
          .executeTakeFirst();
  if (!row) throw errors.pairUnknown({}, cadreId === undefined ? "params.elderId" : "body.cadreId");
  return row;
}

/** One side does not want this pair, or there was a complaint: it ends, the two are kept apart from now on, and somebody else is found at once with the fewest moves. Throws pairOver. */
export async function declinePair(ctx: ElderPairingContext, row: PairRow, { by, reason }: Declined): Promise<void> {
  const { db, newId, clock, audit } = ctx;
  if (findNext<PairState>(pairMoves.end, pairStateOf(row)) === undefined) throw errors.pairOver();
  const kind = tieOf[by];
  await db
    .insertInto("elder_pairing_tie")
    .values({ id: newId(), cadreId: row.cadreId, elderId: row.elderId, kind, sinceOn: clock.today(), reason: reason ?? null })
    .onConflict((oc) => oc.doNothing())
    .execute();
  await endPairs(ctx, [row.id], clock.today(), kind);
  audit("pair.decline", row.id, { by, ...(reason && { reason }) });
  const elder = await findElder(db, row.elderId);
  await watchDay(ctx, kind, elder && [elder.townPath]);
}

/** A helper says no to an own elder whom they were asked to take; once it is in force the desk finds somebody else. Throws declineLate. */
export async function declineOwn(ctx: ElderPairingContext, row: PairRow, reason: Declined["reason"]): Promise<void> {
  if (row.role !== "primary" || row.effectiveOn !== null) throw errors.declineLate();
  await declinePair(ctx, row, { by: "cadre", reason });
}

/** Who is kept apart from an elder because one of them did not want the other, or by a complaint; the latest first. */
export const apartFrom = ({ db }: Pick<ElderPairingContext, "db">, elderId: string) =>
  db
    .selectFrom("elder_pairing_tie")
    .select(["cadreId", "kind", "reason", "sinceOn"])
    .where("elderId", "=", elderId)
    .where("kind", "in", kinds)
    .orderBy("sinceOn", "desc")
    .orderBy("id")
    .execute();

/** The two may be paired again from the next change on; nobody moves for it today. Throws apartNone. */
export async function endApart({ db, audit }: ElderPairingContext, elderId: string, cadreId: string): Promise<void> {
  const gone = await db
    .deleteFrom("elder_pairing_tie")
    .where("elderId", "=", elderId)
    .where("cadreId", "=", cadreId)
    .where("kind", "in", kinds)
    .returning("id")
    .execute();
  if (gone.length === 0) throw errors.apartNone({}, "body.cadreId");
  audit("pair.apart.end", elderId, { cadreId });
}
