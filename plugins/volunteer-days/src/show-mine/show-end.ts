import type { VolunteerDaysContext } from "../plugin.js";
import { linkOf } from "../sign-up/private-link.js";
import { findSignUp, type SignUpRow } from "../sign-up/sign-up.repository.js";

/** The place somebody has instead of one they swapped; null: they did not swap it, or the new one has gone too. */
export async function linkAfterSwap(ctx: VolunteerDaysContext, { id, volunteerId, endReason }: SignUpRow): Promise<string | null> {
  if (endReason !== "swapped") return null;
  const swap = await ctx.db
    .selectFrom("volunteer_days_swap")
    .selectAll()
    .where("state", "=", "accepted")
    .where((eb) => eb.or([eb("fromSignUpId", "=", id), eb("toSignUpId", "=", id)]))
    .executeTakeFirst();
  const theirs = swap && (await findSignUp(ctx.db, swap.fromSignUpId === id ? swap.toSignUpId : swap.fromSignUpId));
  if (!theirs) return null;
  const own = await ctx.db
    .selectFrom("volunteer_days_sign_up")
    .select("id")
    .where("volunteerId", "=", volunteerId)
    .where("postId", "=", theirs.postId)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  return own ? linkOf(ctx, own.id) : null;
}
