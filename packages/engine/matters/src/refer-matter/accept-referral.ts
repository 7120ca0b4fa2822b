import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";

/** Takes what was sent to a unit, and says that it is taken. */
export async function acceptReferral(referralId: string): Promise<void> {
  await api("POST /referrals/:referralId/acceptance", { params: { referralId }, idempotencyKey: `${referralId}.accept` });
  toast(text("matters.referral.acceptedDone"));
}
