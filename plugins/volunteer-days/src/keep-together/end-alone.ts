import { promote } from "../cancel-sign-up/promote.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { OpenDay, OpenPost } from "../sign-up/board.js";
import type { ActiveRow, SignUpRow } from "../sign-up/sign-up.repository.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";
import { childrenWith } from "./children-with.js";

async function end(ctx: VolunteerDaysContext, { day }: OpenDay, post: OpenPost, row: ActiveRow): Promise<void> {
  const sequence = row.sequence + 1;
  const ended = { state: "cancelled", endedAt: ctx.clock.now(), endReason: "alone", sequence, offeredUntil: null };
  await ctx.db.updateTable("volunteer_days_sign_up").set(ended).where("id", "=", row.signUpId).execute();
  Object.assign(post, row.state === "waiting" ? { waiting: post.waiting - 1 } : { taken: post.taken - 1 }, { isChanged: true });
  await writeToVolunteers(ctx, [row], { occasion: "alone", key: `alone-${sequence}`, params: await paramsOf(ctx, day), startsAt: day.startsAt });
  ctx.publish("cancelled", day.id, { signUpId: row.signUpId, dayId: day.id });
  ctx.audit("cancel", row.signUpId, { reason: "alone" });
}

/** The places of children who would stand alone end, they are told, and whoever waits gets them. On a held day, whose counts the caller keeps. */
export async function endChildren(ctx: VolunteerDaysContext, open: OpenDay, children: readonly ActiveRow[]): Promise<void> {
  const freed = new Set<OpenPost>();
  for (const row of children) {
    const post = open.posts.find(({ id }) => id === row.postId)!;
    await end(ctx, open, post, row);
    freed.add(post);
  }
  if (open.day.state === "open") for (const post of freed) await promote(ctx, open, post);
}

/** A place of a grown-up ended: the places of children who came with them and would stand there alone end too. On a held day, whose counts the caller keeps. Gives how many. */
export async function endAlone(ctx: VolunteerDaysContext, open: OpenDay, left: SignUpRow): Promise<number> {
  if (open.day.endsAt <= ctx.clock.now()) return 0;
  const alone = await childrenWith(ctx, open.day, open.posts, left);
  await endChildren(ctx, open, alone);
  return alone.length;
}
