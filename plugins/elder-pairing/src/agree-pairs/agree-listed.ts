import { everywhere } from "@lianxin/plugin-kit";
import { instantOf } from "@lianxin/plugin-kit/days";
import { watchDay } from "../cover-elders/watch-day.js";
import { endCovers } from "../keep-pairs/agree-pair.js";
import { findNext, pairMoves, pairStateOf, type PairState } from "../keep-state/states.js";
import type { ElderPairingContext } from "../plugin.js";

/** So many pairs are agreed to in one turn of the lane, and stand on one page of the list. */
export const agreedAtOnce = 100;
export type AgreeSide = "cadre" | "elder";
const why = "pairs that were named, of one place, which was checked";
const atOf = { cadre: "cadreAgreedAt", elder: "elderAgreedAt" } as const;

const openOf = ({ db }: ElderPairingContext, path: string, pairIds: readonly string[]) =>
  everywhere(db, "elder_pairing_pair", why)
    .selectAll()
    .where("id", "in", ["", ...pairIds])
    .where("role", "=", "primary")
    .where("untilOn", "is", null)
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .orderBy("id")
    .execute();
const idsOf = (rows: readonly { readonly id: string }[]): string[] => ["", ...rows.map(({ id }) => id)];

/** Those of the named pairs that wait for one side are agreed to by it, as a meeting or a signed list says. Gives which. Three statements for all of them. */
export async function agreeListed(ctx: ElderPairingContext, path: string, side: AgreeSide, pairIds: readonly string[]): Promise<readonly string[]> {
  const { db, clock, actor, audit, publish } = ctx;
  const rows = (await openOf(ctx, path, pairIds)).filter((row) => row[atOf[side]] === null);
  const move = side === "cadre" ? pairMoves.cadreAgrees : pairMoves.elderAgrees;
  const begun = rows.filter((row) => row.effectiveOn === null && findNext<PairState>(move, pairStateOf(row)) === "in_force");
  const said = side === "cadre" ? { cadreAgreedAt: clock.now() } : { elderAgreedAt: clock.now(), elderAgreedBy: actor.personId };
  await db.updateTable("elder_pairing_pair").set(said).where("id", "in", idsOf(rows)).execute();
  await db.updateTable("elder_pairing_pair").set({ effectiveOn: clock.today() }).where("id", "in", idsOf(begun)).execute();
  await endCovers(
    ctx,
    begun.map(({ elderId }) => elderId),
  );
  for (const { id } of rows) audit("pair.agree", id, { side });
  for (const { id, elderId, cadreId } of begun) publish("paired", elderId, { pairId: id, elderId, cadreId });
  return rows.map(({ id }) => id);
}

/**
 * What was written down today by mistake as agreed to by one side waits for it again; a pair that is in force since before today stays so. Until both agree the
 * backup answers. Gives how many.
 */
export async function takeBackListed(ctx: ElderPairingContext, path: string, side: AgreeSide, pairIds: readonly string[]): Promise<number> {
  const { db, clock, audit } = ctx;
  const today = clock.today();
  const begin = instantOf(today, "00:00", clock.zone);
  const move = side === "cadre" ? pairMoves.cadreTakesBack : pairMoves.elderTakesBack;
  const rows = (await openOf(ctx, path, pairIds)).filter(
    (row) => (row[atOf[side]] ?? "") >= begin && (row.effectiveOn ?? today) === today && findNext<PairState>(move, pairStateOf(row)) !== undefined,
  );
  if (rows.length === 0) return 0;
  const unsaid = side === "cadre" ? { cadreAgreedAt: null } : { elderAgreedAt: null, elderAgreedBy: null };
  await db
    .updateTable("elder_pairing_pair")
    .set({ ...unsaid, effectiveOn: null })
    .where("id", "in", idsOf(rows))
    .execute();
  for (const { id } of rows) audit("pair.unsay", id, { side });
  await watchDay(ctx, "restored", [...new Set(rows.map(({ townPath }) => townPath))]);
  return rows.length;
}
