import { everywhere } from "@lianxin/plugin-kit";
import { findNext, pairMoves, pairStateOf, type PairState } from "../keep-state/states.js";
import type { ElderPairingContext } from "../plugin.js";
import { endCovers } from "./agree-pair.js";

/** So many pairs are agreed to in one turn of the lane. */
const agreedAtOnce = 200;
type AgreeSide = "cadre" | "elder";

/** Pairs at or below a place that wait for one side, oldest first. */
const waitingFor = ({ db }: ElderPairingContext, path: string, side: AgreeSide) =>
  everywhere(db, "elder_pairing_pair", "all pairs of one place, which was checked")
    .selectAll()
    .where("role", "=", "primary")
    .where("untilOn", "is", null)
    .where(side === "cadre" ? "cadreAgreedAt" : "elderAgreedAt", "is", null)
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .orderBy("id")
    .execute();

/**
 * Everybody at or below a place who has not agreed on this side yet, as a list says; gives how many, and how many are left for the next time. Two statements
 * for all of them.
 */
export async function agreeForAll(ctx: ElderPairingContext, path: string, side: AgreeSide): Promise<{ readonly agreed: number; readonly left: number }> {
  const { db, clock, actor, audit, publish } = ctx;
  const waiting = await waitingFor(ctx, path, side);
  const rows = waiting.slice(0, agreedAtOnce);
  const move = side === "cadre" ? pairMoves.cadreAgrees : pairMoves.elderAgrees;
  const begun = rows.filter((row) => row.effectiveOn === null && findNext<PairState>(move, pairStateOf(row)) === "in_force");
  const ids = (list: typeof rows) => list.map(({ id }) => id);
  const said = side === "cadre" ? { cadreAgreedAt: clock.now() } : { elderAgreedAt: clock.now(), elderAgreedBy: actor.personId };
  if (rows.length > 0) await db.updateTable("elder_pairing_pair").set(said).where("id", "in", ids(rows)).execute();
  if (begun.length > 0) await db.updateTable("elder_pairing_pair").set({ effectiveOn: clock.today() }).where("id", "in", ids(begun)).execute();
  await endCovers(
    ctx,
    begun.map(({ elderId }) => elderId),
  );
  for (const { id } of rows) audit("pair.agree", id, { side });
  for (const { id, elderId, cadreId } of begun) publish("paired", elderId, { pairId: id, elderId, cadreId });
  return { agreed: rows.length, left: waiting.length - rows.length };
}
