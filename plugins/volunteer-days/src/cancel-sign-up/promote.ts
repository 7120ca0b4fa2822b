import type { AgeBand } from "../join-rules/age-rules.js";
import { canJoin } from "../join-rules/can-join.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { OpenDay, OpenPost } from "../sign-up/board.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";

const waitingFor = ({ db }: VolunteerDaysContext, postId: string) =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_volunteer as volunteer", "volunteer.id", "signUp.volunteerId")
    .select(["signUp.id", "signUp.volunteerId", "signUp.ageBand", "signUp.hasGuardian", "signUp.sequence"])
    .select(["volunteer.name", "volunteer.phone", "volunteer.personId", "volunteer.mayLead"])
    .where("signUp.postId", "=", postId)
    .where("signUp.state", "=", "waiting")
    .orderBy("signUp.number")
    .execute();
type Waiting = Awaited<ReturnType<typeof waitingFor>>[number];

async function confirm(ctx: VolunteerDaysContext, { day, series }: OpenDay, post: OpenPost, one: Waiting): Promise<void> {
  const { db, clock, publish, audit } = ctx;
  const sequence = one.sequence + 1;
  await db.updateTable("volunteer_days_sign_up").set({ state: "confirmed", confirmedAt: clock.now(), sequence }).where("id", "=", one.id).execute();
  const meetingPoint = post.siteMeetingPoint ?? day.meetingPoint ?? series.meetingPoint;
  const params = { ...(await paramsOf(ctx, day)), site: post.siteName, meetingPoint };
  await writeToVolunteers(ctx, [{ ...one, signUpId: one.id }], { occasion: "promoted", key: `promoted-${sequence}`, params, startsAt: day.startsAt });
  publish("promoted", day.id, { signUpId: one.id, dayId: day.id });
  audit("promote", one.id, { postId: post.id });
}

/**
 * Gives free places to those who wait, in the order they came, in the transaction that freed them; each gets one message. Who cannot come any more
 * (another place at that time) keeps their place in line. Nothing is given away too late before the start. O(waiting).
 */
export async function promote(ctx: VolunteerDaysContext, open: OpenDay, post: OpenPost): Promise<number> {
  const now = ctx.clock.now();
  const isTooLate = addMinutes(now, ctx.config.promoteUntilMinutes) > open.day.startsAt;
  if (isTooLate || post.waiting === 0 || post.taken >= post.most) return 0;
  const waiting = await waitingFor(ctx, post.id);
  const others = await placesOf(
    ctx,
    waiting.map(({ volunteerId }) => volunteerId),
  );
  let promoted = 0;
  for (const one of waiting) {
    if (post.taken >= post.most) break;
    const person = { ageBand: one.ageBand as AgeBand, hasGuardian: one.hasGuardian, mayLead: one.mayLead };
    const elsewhere = others.get(one.volunteerId)!.filter(({ id }) => id !== one.id);
    if (canJoin({ now, day: open.day, post, person, others: elsewhere }).length > 0) continue;
    Object.assign(post, { taken: post.taken + 1, waiting: post.waiting - 1, isChanged: true });
    await confirm(ctx, open, post, one);
    promoted++;
  }
  return promoted;
}
