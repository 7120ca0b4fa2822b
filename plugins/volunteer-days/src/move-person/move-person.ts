import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { judgePost } from "../join-rules/can-join.js";
import { readSkills } from "../join-rules/skills.js";
import { daysOfSeries, type DayRow } from "../keep-days/day.repository.js";
import { promote } from "../cancel-sign-up/promote.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, keepBoard, type OpenDay, type OpenPost } from "../sign-up/board.js";
import { findSignUp, findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { addDays } from "../tell-time/tell-time.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";
import { siteOnDay } from "./neighbour-days.repository.js";

/** What a move does to the wishes of the rota: allowed, and said before it is done. */
export const breaks = ["lastWeek", "nextWeek", "leaderless", "short"] as const;
export type Broken = (typeof breaks)[number];

interface Move {
  readonly row: SignUpRow;
  readonly open: OpenDay;
  readonly from: OpenPost;
  readonly to: OpenPost;
}

/** The move with its day held. Throws signUpOver, dayEnded, postUnknown, siteFull, and what keeps this person from the post. */
async function readMove(ctx: VolunteerDaysContext, before: SignUpRow, siteId: string): Promise<Move> {
  const open = (await holdDays(ctx.db, [before.dayId])).get(before.dayId)!;
  const row = (await findSignUp(ctx.db, before.id))!;
  if (row.state !== "confirmed" || row.endedAt !== null) throw errors.signUpOver();
  if (open.day.endsAt <= ctx.clock.now()) throw errors.dayEnded({ day: open.day.heldOn });
  const from = open.posts.find(({ id }) => id === row.postId)!;
  const to = open.posts.find((post) => post.siteId === siteId && post.kind === from.kind && post.siteClosedOn === null);
  if (!to || to.id === from.id) throw errors.postUnknown({}, "body.siteId");
  const { mayLead, skills } = (await findVolunteer(ctx.db, row.volunteerId))!;
  const person = { ageBand: row.ageBand as AgeBand, hasGuardian: row.hasGuardian, mayLead, skills: readSkills(skills) };
  const [hurdle] = judgePost({ day: open.day, post: to, person });
  if (hurdle) throw errors[hurdle.code as Exclude<typeof hurdle.code, "postFull">]({ day: open.day.heldOn });
  if (to.taken >= to.most) throw errors.siteFull({ site: to.siteName }, "body.siteId");
  return { row, open, from, to };
}

/** The session before and the one after that take place. */
async function neighbours({ db }: VolunteerDaysContext, { seriesId, heldOn, id }: DayRow): Promise<readonly [DayRow | undefined, DayRow | undefined]> {
  const near = (await daysOfSeries(db, seriesId, addDays(heldOn, -60), addDays(heldOn, 60))).filter((day) => day.state === "open" || day.id === id);
  const at = near.findIndex((day) => day.id === id);
  return [near[at - 1], near[at + 1]];
}

async function findBroken(ctx: VolunteerDaysContext, { row, open, from, to }: Move): Promise<Broken[]> {
  const sites = await Promise.all((await neighbours(ctx, open.day)).map((day) => day && siteOnDay(ctx.db, row.volunteerId, day.id)));
  const broken: Readonly<Record<Broken, boolean>> = {
    lastWeek: sites[0] === to.siteId,
    nextWeek: sites[1] === to.siteId,
    leaderless: from.kind === "leader" && from.taken === 1,
    short: from.kind === "member" && from.taken - 1 < from.least,
  };
  return breaks.filter((one) => broken[one]);
}

async function tell(ctx: VolunteerDaysContext, { row, open, to }: Move): Promise<void> {
  const { id, name, phone, personId } = (await findVolunteer(ctx.db, row.volunteerId))!;
  const meetingPoint = to.siteMeetingPoint ?? open.day.meetingPoint ?? open.series.meetingPoint;
  const params = { ...(await paramsOf(ctx, open.day)), site: to.siteName, meetingPoint };
  const message = { occasion: "placed", key: `placed-${row.sequence + 1}`, params, startsAt: open.day.startsAt } as const;
  await writeToVolunteers(ctx, [{ signUpId: row.id, volunteerId: id, name, phone, personId }], message);
}

/**
 * Puts somebody into the same role at another site of their day, by their own number and link; whoever waits for the place left behind gets it. `isTry` only
 * says what would break. Throws as readMove.
 */
export async function movePerson(ctx: VolunteerDaysContext, before: SignUpRow, siteId: string, isTry: boolean): Promise<Broken[]> {
  const move = await readMove(ctx, before, siteId);
  const { row, open, from, to } = move;
  const broken = await findBroken(ctx, move);
  if (isTry) return broken;
  await ctx.db
    .updateTable("volunteer_days_sign_up")
    .set({ postId: to.id, sequence: row.sequence + 1, because: null })
    .where("id", "=", row.id)
    .execute();
  from.taken--;
  to.taken++;
  from.isChanged = to.isChanged = true;
  if (open.day.state === "open") await promote(ctx, open, from);
  await keepBoard(ctx.db, new Map([[open.day.id, open]]));
  await tell(ctx, move);
  ctx.audit("move", row.id, { from: from.id, to: to.id, broken });
  return broken;
}
