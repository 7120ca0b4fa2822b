import { promote } from "../cancel-sign-up/promote.js";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, keepBoard } from "../sign-up/board.js";
import type { Told } from "../tell-volunteers/reach.js";
import { reachChanged, standingOn } from "../tell-volunteers/who-stands.js";

/** How many a post takes, and with how many it stands. */
export interface Capacity {
  readonly most: number;
  /** Left out: as before, but never more than the most. */
  readonly least?: number | undefined;
}
export interface Changed extends Told {
  /** Of those who waited, how many have a place now or are asked whether they want it. */
  readonly promoted: number;
  /** What it was, so that it can be put back. */
  readonly before: { readonly most: number; readonly least: number };
}

/** More or fewer places at a post; more are given to those who wait at once. Throws postUnknown, capacityBelow when people have them, noLeader where the team is to have none, dayEnded. */
export async function setCapacity(ctx: VolunteerDaysContext, dayId: string, postId: string, { most, least }: Capacity): Promise<Changed> {
  const open = (await holdDays(ctx.db, [dayId])).get(dayId)!;
  const post = open.posts.find(({ id }) => id === postId);
  if (!post) throw errors.postUnknown({}, "params.postId");
  if (open.day.endsAt <= ctx.clock.now()) throw errors.dayEnded({ day: open.day.heldOn });
  if (most < post.taken) throw errors.capacityBelow({ taken: post.taken }, "body.most");
  if (post.isUnled && most > post.most) throw errors.noLeader({}, "body.most");
  const stood = await standingOn(ctx, [dayId]);
  const before = { most: post.most, least: post.least };
  await ctx.db
    .updateTable("volunteer_days_post")
    .set({ most, least: Math.min(least ?? post.least, most) })
    .where("id", "=", postId)
    .execute();
  post.most = most;
  const promoted = open.day.state === "open" ? await promote(ctx, open, post, { isByHand: true }) : 0;
  await keepBoard(ctx.db, new Map([[dayId, open]]));
  ctx.audit("capacity", postId, { most, promoted });
  return { promoted, before, ...(await reachChanged(ctx, stood)) };
}
