import type { VolunteerDaysContext } from "../plugin.js";
import type { OpenDay, OpenPost } from "../sign-up/board.js";
import type { ActiveRow } from "../sign-up/sign-up.repository.js";

/** One more at a post: where all places are taken there was one more than was planned. */
export async function take(ctx: VolunteerDaysContext, post: OpenPost): Promise<void> {
  if (post.taken >= post.most) {
    post.most = post.taken + 1;
    await ctx.db.updateTable("volunteer_days_post").set({ most: post.most }).where("id", "=", post.id).execute();
    ctx.audit("capacity", post.id, { most: post.most, promoted: 0 });
  }
  Object.assign(post, { taken: post.taken + 1, isChanged: true });
}

/** Whoever stood in line and came all the same has the place. */
export async function seat(ctx: VolunteerDaysContext, open: OpenDay, post: OpenPost, row: ActiveRow): Promise<void> {
  const from = open.posts.find(({ id }) => id === row.postId)!;
  Object.assign(from, row.state === "waiting" ? { waiting: from.waiting - 1 } : { taken: from.taken - 1 }, { isChanged: true });
  const now = { state: "confirmed", confirmedAt: ctx.clock.now(), offeredUntil: null, postId: post.id, sequence: row.sequence + 1 };
  await ctx.db.updateTable("volunteer_days_sign_up").set(now).where("id", "=", row.signUpId).execute();
  await take(ctx, post);
}
