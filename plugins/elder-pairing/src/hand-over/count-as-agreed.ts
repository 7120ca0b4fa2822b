import { takeBackListed, type AgreeSide } from "../agree-pairs/agree-listed.js";
import { agreeToPair, findPair } from "../keep-pairs/agree-pair.js";
import type { ElderPairingContext } from "../plugin.js";
import type { HandoverRow } from "./hand-over.js";

const sides = { cadre: "cadreAgreedAt", elder: "elderAgreedAt" } as const satisfies Record<AgreeSide, string>;

/**
 * Who signed a whole hand-over has agreed: the new helper and the elder are not asked once more. Whoever signs for an elder speaks for them; for a helper who was not there
 * nobody says yes. A pair that is over or in force stays as it is.
 */
export async function countAsAgreed(ctx: ElderPairingContext, { pairId, signedFor }: Pick<HandoverRow, "pairId" | "signedFor">): Promise<void> {
  for (const side of ["cadre", "elder"] as const) {
    if (side === "cadre" && signedFor["incoming"]) continue;
    const pair = await findPair(ctx.db, pairId);
    if (pair?.role === "primary" && pair.untilOn === null && pair.effectiveOn === null) await agreeToPair(ctx, pair, side);
  }
}

/** A sheet that was done and is not any more gives no yes: what it counted as is taken back, and what either side had said before stays. */
export async function uncountAgreed(ctx: ElderPairingContext, sheet: HandoverRow): Promise<void> {
  const last = [sheet.outgoingSignedAt, sheet.incomingSignedAt, sheet.elderSignedAt]
    .map((at) => at ?? "")
    .sort()
    .at(-1)!;
  const pair = await findPair(ctx.db, sheet.pairId);
  for (const side of ["cadre", "elder"] as const) if (pair && pair[sides[side]] === last) await takeBackListed(ctx, pair.placePath, side, [pair.id]);
}
