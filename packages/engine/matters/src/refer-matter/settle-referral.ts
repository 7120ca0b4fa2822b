import { errors } from "../errors.js";
import { findMatterRow, type MatterRow } from "../find-matter/matter.repository.js";
import { addEntry } from "../keep-state/add-entry.js";
import { moveMatter } from "../keep-state/move-matter.js";
import { findNextReferralState, isLive, type ReferralMove, type ReferralState } from "../keep-state/referral-state.js";
import { wrongState } from "../keep-state/wrong-state.js";
import type { MattersContext } from "../plugin.js";
import { tellFollowers } from "../tell-reporter/tell-reporter.js";
import { nameUnits } from "./name-units.js";
import { findReferral, referralsOf, type ReferralRow } from "./referral.repository.js";

function getNext({ text }: MattersContext, { state, unitName }: ReferralRow, move: ReferralMove): ReferralState {
  const next = findNextReferralState(state as never, move);
  if (!next) throw errors.referralStateWrong({ unit: unitName, state: text(`matters.referral.${state}`) });
  return next;
}

/**
 * The matter, held until this step is written, so that of two units that answer at once one is the last; throws stateWrong when it is with no unit any
 * more.
 */
async function getReferred(ctx: MattersContext, matterId: string): Promise<MatterRow> {
  const { db } = ctx;
  const held = db.updateTable("matters_matter").set({ state: "referred" }).where("id", "=", matterId).where("state", "=", "referred");
  const { numUpdatedRows } = await held.executeTakeFirst();
  const matter = (await findMatterRow(db, matterId))!;
  if (Number(numUpdatedRows) === 0) throw wrongState(ctx, matter);
  return matter;
}

/** What the matter itself does when the last unit that had it sends it back or answers. */
const lastOf: Readonly<Partial<Record<ReferralMove, "bounce" | "answer">>> = { returnReferral: "bounce", answerReferral: "answer" };

async function writeDown(
  ctx: MattersContext,
  matter: MatterRow,
  referral: ReferralRow,
  move: ReferralMove,
  words: string | null,
  tells: boolean,
): Promise<void> {
  const unit = nameUnits([referral]);
  const note = words ? `${unit}：${words}` : unit;
  const entryId = await addEntry(ctx, { matterId: matter.id, move, fromState: matter.state, toState: matter.state, note });
  if (tells) await tellFollowers(ctx, matter, { entryId, move, note });
}

/** With whom the matter is after a return, written over it: with nobody in the lead it is with nobody, whoever helps still. */
async function takeOff({ db }: MattersContext, matter: MatterRow, { isLead }: ReferralRow, others: readonly ReferralRow[]): Promise<MatterRow> {
  const referredTo = isLead || matter.referredTo === null || others.length === 0 ? null : nameUnits(others);
  await db.updateTable("matters_matter").set({ referredTo }).where("id", "=", matter.id).execute();
  return { ...matter, referredTo };
}

/**
 * A unit takes what was sent to it, sends it back with a reason, or answers. When no other unit has it still, a returned matter goes back to
 * whoever sent it and an answered one is settled. Throws referralStateWrong, reasonNeeded, and stateWrong when
 * the matter is with no unit any more.
 */
export async function settleReferral(ctx: MattersContext, referral: ReferralRow, move: ReferralMove, said?: string): Promise<ReferralRow> {
  const { db, clock, audit } = ctx;
  getNext(ctx, referral, move);
  const words = said?.trim() || null;
  if (move !== "acceptReferral" && !words) throw errors.reasonNeeded({}, "body.words");
  const matter = await getReferred(ctx, referral.matterId);
  const state = getNext(ctx, (await findReferral(db, referral.id))!, move);
  const change = state === "accepted" ? { state, acceptedAt: clock.now() } : { state, words, settledAt: clock.now() };
  await db.updateTable("matters_referral").set(change).where("id", "=", referral.id).execute();
  audit(move, referral.id, { matterId: referral.matterId });
  const others = (await referralsOf(db, matter.id)).filter((other) => other.id !== referral.id && isLive(other.state));
  const last = others.length === 0 ? lastOf[move] : undefined;
  const left = move === "returnReferral" ? await takeOff(ctx, matter, referral, others) : matter;
  await writeDown(ctx, left, referral, move, words, last === undefined);
  if (last) await moveMatter(ctx, left, last, { note: words });
  return { ...referral, ...change };
}
