import type { AgeBand } from "../join-rules/age-rules.js";
import { canJoin } from "../join-rules/can-join.js";
import { readSkills } from "../join-rules/skills.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { OpenDay, OpenPost } from "../sign-up/board.js";
import { companyOf } from "../sign-up/find-company.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import { addMinutes, tellMoment } from "../tell-time/tell-time.js";
import { addAwakeMinutes } from "../tell-volunteers/quiet-hours.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";

const waitingFor = ({ db }: VolunteerDaysContext, postId: string) =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_volunteer as volunteer", "volunteer.id", "signUp.volunteerId")
    .select(["signUp.id", "signUp.volunteerId", "signUp.ageBand", "signUp.hasGuardian", "signUp.sequence"])
    .select(["volunteer.name", "volunteer.phone", "volunteer.phoneIndex", "volunteer.personId", "volunteer.mayLead", "volunteer.skills"])
    .where("signUp.postId", "=", postId)
    .where("signUp.state", "=", "waiting")
    .orderBy("signUp.number")
    .execute();
type Waiting = Awaited<ReturnType<typeof waitingFor>>[number];

/** Until when they may say yes; undefined when the place is theirs at once: no time is given, or too little is left before the start. */
function answerBy({ config, clock }: VolunteerDaysContext, startsAt: string): string | undefined {
  if (config.offerMinutes === 0) return undefined;
  const until = addAwakeMinutes(clock.now(), config.offerMinutes, { from: config.quietFrom, until: config.quietUntil }, clock.zone);
  return until <= addMinutes(startsAt, -config.promoteUntilMinutes) ? until : undefined;
}

async function give(ctx: VolunteerDaysContext, { day, series }: OpenDay, post: OpenPost, one: Waiting): Promise<void> {
  const { db, clock, publish, audit } = ctx;
  const sequence = one.sequence + 1;
  const until = answerBy(ctx, day.startsAt);
  const state = until ? { state: "offered", offeredUntil: until } : { state: "confirmed", confirmedAt: clock.now() };
  await db
    .updateTable("volunteer_days_sign_up")
    .set({ ...state, sequence })
    .where("id", "=", one.id)
    .execute();
  const meetingPoint = post.siteMeetingPoint ?? day.meetingPoint ?? series.meetingPoint;
  const params = { ...(await paramsOf(ctx, day)), site: post.siteName, meetingPoint, until: until ? tellMoment(until, clock.zone) : "" };
  const occasion = until ? "offered" : "promoted";
  await writeToVolunteers(ctx, [{ ...one, signUpId: one.id }], { occasion, key: `${occasion}-${sequence}`, params, startsAt: day.startsAt });
  if (!until) publish("promoted", day.id, { signUpId: one.id, dayId: day.id });
  audit(until ? "offer" : "promote", one.id, { postId: post.id });
}

/**
 * Gives free places to those who wait, in the order they came, in the transaction that freed them, or holds each for an answer; each gets one message. Who cannot come any more
 * (another place at that time) keeps their place in line. Nothing is given away too late before the start, by hand
 * at the desk until the start itself. O(waiting).
 */
export async function promote(ctx: VolunteerDaysContext, open: OpenDay, post: OpenPost, { isByHand = false } = {}): Promise<number> {
  const now = ctx.clock.now();
  const isTooLate = addMinutes(now, isByHand ? 0 : ctx.config.promoteUntilMinutes) > open.day.startsAt;
  if (isTooLate || post.waiting === 0 || post.taken >= post.most) return 0;
  const waiting = await waitingFor(ctx, post.id);
  const others = await placesOf(
    ctx,
    waiting.map(({ volunteerId }) => volunteerId),
  );
  let promoted = 0;
  let isAdultAmong = false;
  for (const one of waiting) {
    if (post.taken >= post.most) break;
    const company = await companyOf(ctx, open.day, one);
    const person = { ageBand: one.ageBand as AgeBand, hasGuardian: one.hasGuardian, company, mayLead: one.mayLead, skills: readSkills(one.skills) };
    const elsewhere = others.get(one.volunteerId)!.filter(({ id }) => id !== one.id);
    if (canJoin({ now, day: open.day, post, person, others: elsewhere }).length > 0) continue;
    Object.assign(post, { taken: post.taken + 1, waiting: post.waiting - 1, isChanged: true });
    await give(ctx, open, post, one);
    isAdultAmong ||= one.ageBand === "adult";
    promoted++;
  }
  // Children who waited for their grown-up, also those before them in line.
  if (isAdultAmong) promoted += await promoteAt(ctx, open, post.siteId, { isByHand });
  return promoted;
}

/** The same for every post of a site. */
export async function promoteAt(ctx: VolunteerDaysContext, open: OpenDay, siteId: string, how: { isByHand?: boolean } = {}): Promise<number> {
  let promoted = 0;
  for (const post of open.posts) if (post.siteId === siteId) promoted += await promote(ctx, open, post, how);
  return promoted;
}
