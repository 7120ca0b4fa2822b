import { findNextReferralState } from "../keep-state/referral-state.js";
import type { MattersContext } from "../plugin.js";
import { referralsOf } from "./referral.repository.js";

/** What units still have of a matter ends with it: it was settled, taken back, split or reported upwards without them. */
export async function endReferrals({ db, clock, audit, text }: MattersContext, matterId: string, toState: string): Promise<void> {
  const words = text(`matters.state.${toState}`, {}, "zh-CN");
  for (const { id, state: from } of await referralsOf(db, matterId)) {
    const state = findNextReferralState(from as never, "endReferral");
    if (!state) continue;
    await db.updateTable("matters_referral").set({ state, words, settledAt: clock.now() }).where("id", "=", id).execute();
    audit("endReferral", id, { matterId });
  }
}
