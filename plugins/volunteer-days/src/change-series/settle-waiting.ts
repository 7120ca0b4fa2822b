import { promoteAt } from "../cancel-sign-up/promote.js";
import { needsCompany, type AgeBand } from "../join-rules/age-rules.js";
import { endAlone } from "../keep-together/end-alone.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { keepBoard, type OpenDay, type OpenPost } from "../sign-up/board.js";
import { choosePost, type Wish } from "../sign-up/choose-post.js";
import { companyOf } from "../sign-up/find-company.js";
import { placesOf } from "../sign-up/other-places.repository.js";
import { activeOn, standingsOf, type ActiveRow } from "../sign-up/sign-up.repository.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { addMinutes } from "../tell-time/tell-time.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";

/** Why a line ends: what is told to who has a place elsewhere and to who has none, and where that place may be. */
const ends = {
  siteClosed: { placed: "placed", wishOf: () => ({}) },
  noLeader: { placed: "unled", wishOf: ({ siteId }: OpenPost) => ({ siteId }) },
} as const;
type Why = keyof typeof ends;

/** Where somebody who waits could go instead, by the one decision on who may have a place; only where one is free, and not too late before the start. */
async function elsewhere(ctx: VolunteerDaysContext, { day, posts }: OpenDay, wish: Wish, row: ActiveRow): Promise<OpenPost | undefined> {
  const isTooLate = addMinutes(ctx.clock.now(), ctx.config.promoteUntilMinutes) > day.startsAt;
  if (day.state !== "open" || isTooLate) return undefined;
  const { volunteerId, ageBand, hasGuardian } = row;
  const standing = (await standingsOf(ctx, [volunteerId])).get(volunteerId);
  const others = (await placesOf(ctx, [volunteerId])).get(volunteerId)!.filter(({ id }) => id !== row.signUpId);
  const company = await companyOf(ctx, day, row);
  const person = { ageBand: ageBand as AgeBand, hasGuardian, company, mayLead: standing?.mayLead ?? false, skills: standing?.skills ?? [] };
  const choice = choosePost(posts, wish, { now: ctx.clock.now(), day, person, others });
  return choice && "post" in choice && !choice.isWaiting ? choice.post : undefined;
}

async function settle(ctx: VolunteerDaysContext, open: OpenDay, why: Why, from: OpenPost, row: ActiveRow): Promise<boolean> {
  const { day, series } = open;
  const to = await elsewhere(ctx, open, ends[why].wishOf(from), row);
  const sequence = row.sequence + 1;
  const now = ctx.clock.now();
  const fate = to ? { postId: to.id, state: "confirmed", confirmedAt: now } : { state: "cancelled", endedAt: now, endReason: why };
  await ctx.db
    .updateTable("volunteer_days_sign_up")
    .set({ ...fate, sequence })
    .where("id", "=", row.signUpId)
    .execute();
  Object.assign(from, { waiting: from.waiting - 1, isChanged: true });
  if (to) Object.assign(to, { taken: to.taken + 1, isChanged: true });
  const at = to ?? from;
  const params = { ...(await paramsOf(ctx, day)), site: at.siteName, meetingPoint: at.siteMeetingPoint ?? day.meetingPoint ?? series.meetingPoint };
  const occasion = to ? ends[why].placed : why;
  await writeToVolunteers(ctx, [row], { occasion, key: `${occasion}-${sequence}`, params, startsAt: day.startsAt });
  ctx.publish(to ? "promoted" : "cancelled", day.id, { signUpId: row.signUpId, dayId: day.id });
  ctx.audit(to ? "promote" : "cancel", row.signUpId, { postId: at.id, reason: why });
  return to !== undefined;
}

/**
 * Whoever waits at posts of a site that is closed has a free place elsewhere that day, in the order they came, and who waits to lead a team that is to have no leader one in that team,
 * or is told that the line has ended, with the way to come all the same. Days are held. Gives how many were moved and how many were sent home. O(waiting · posts of a day).
 */
export async function settleWaiting(ctx: VolunteerDaysContext, open: OpenDay, posts: readonly OpenPost[], why: Why): Promise<{ moved: number; ended: number }> {
  const told = { moved: 0, ended: 0 };
  const here = new Map(posts.filter(({ waiting }) => waiting > 0).map((post) => [post.id, post]));
  if (here.size === 0) return told;
  // Children after the others: they go where their grown-up went.
  const isChild = ({ ageBand }: ActiveRow): number => Number(needsCompany(ageBand, open.day.heldOn));
  for (const row of (await activeOn(ctx.db, open.day.id)).sort((a, b) => isChild(a) - isChild(b))) {
    const from = here.get(row.postId);
    if (!from || row.state !== "waiting") continue;
    if (await settle(ctx, open, why, from, row)) told.moved++;
    else {
      told.ended++;
      // Children wait in another line than who waits to lead.
      if (why === "noLeader") await endAlone(ctx, open, row);
    }
  }
  if (why === "noLeader" && told.moved > 0) await promoteAt(ctx, open, posts[0]!.siteId);
  await keepBoard(ctx.db, new Map([[open.day.id, open]]));
  return told;
}
