import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { judgePost, type Company } from "../join-rules/can-join.js";
import { readSkills } from "../join-rules/skills.js";
import { daysOfSeries, type DayRow } from "../keep-days/day.repository.js";
import { promote } from "../cancel-sign-up/promote.js";
import { childrenWith } from "../keep-together/children-with.js";
import { endAlone } from "../keep-together/end-alone.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, keepBoard, type OpenDay, type OpenPost } from "../sign-up/board.js";
import { companyOf } from "../sign-up/find-company.js";
import { findSignUp, findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { addDays } from "../tell-time/tell-time.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { reachable, type Told } from "../tell-volunteers/reach.js";
import { writeToVolunteers, type Addressee } from "../tell-volunteers/write-to-volunteers.js";
import { siteOnDay } from "./neighbour-days.repository.js";

/** What a move does to the wishes of the rota: allowed, and said before it is done. */
export const breaks = ["children", "lastWeek", "nextWeek", "leaderless", "short"] as const;
export type Broken = (typeof breaks)[number];

/** A place that goes to another post of its day. */
interface Step {
  readonly row: SignUpRow;
  readonly from: OpenPost;
  readonly to: OpenPost;
}
interface Move extends Step {
  readonly open: OpenDay;
  /** Children who would stand alone go along. */
  readonly along: readonly Step[];
}

/** The post of somebody's role at another site, their company told. Throws postUnknown, and what keeps them from it. */
async function findPost(ctx: VolunteerDaysContext, open: OpenDay, row: SignUpRow, siteId: string, company?: Company): Promise<Omit<Step, "row">> {
  const from = open.posts.find(({ id }) => id === row.postId)!;
  const to = open.posts.find((post) => post.siteId === siteId && post.kind === from.kind && post.siteClosedOn === null);
  if (!to || to.id === from.id) throw errors.postUnknown({}, "body.siteId");
  const { mayLead, skills, phoneIndex, personId } = (await findVolunteer(ctx.db, row.volunteerId))!;
  const ageBand = row.ageBand as AgeBand;
  const theirs = company ?? (await companyOf(ctx, open.day, { ageBand, phoneIndex, personId }));
  const person = { ageBand, hasGuardian: row.hasGuardian, company: theirs, mayLead, skills: readSkills(skills) };
  const [hurdle] = judgePost({ day: open.day, post: to, person });
  if (hurdle) throw errors[hurdle.code as Exclude<typeof hurdle.code, "postFull">]({ day: open.day.heldOn });
  return { from, to };
}

/** The move with its day held. Throws signUpOver, dayEnded, postUnknown, siteFull, and what keeps this person from the post. */
async function readMove(ctx: VolunteerDaysContext, before: SignUpRow, siteId: string): Promise<Move> {
  const open = (await holdDays(ctx.db, [before.dayId])).get(before.dayId)!;
  const row = (await findSignUp(ctx.db, before.id))!;
  if (row.state !== "confirmed" || row.endedAt !== null) throw errors.signUpOver();
  if (open.day.endsAt <= ctx.clock.now()) throw errors.dayEnded({ day: open.day.heldOn });
  const { from, to } = await findPost(ctx, open, row, siteId);
  const children = (await childrenWith(ctx, open.day, open.posts, row, row.id)).filter(({ state }) => state === "confirmed");
  const along: Step[] = [];
  for (const child of children) along.push({ row: child, ...(await findPost(ctx, open, child, siteId, new Map([[siteId, "there"]]))) });
  for (const post of new Set([to, ...along.map((step) => step.to)])) {
    const count = Number(post === to) + along.filter((step) => step.to === post).length;
    if (post.taken + count > post.most) throw errors.siteFull({ site: post.siteName }, "body.siteId");
  }
  return { row, open, from, to, along };
}

/** The session before and the one after that take place. */
async function neighbours({ db }: VolunteerDaysContext, { seriesId, heldOn, id }: DayRow): Promise<readonly [DayRow | undefined, DayRow | undefined]> {
  const near = (await daysOfSeries(db, seriesId, addDays(heldOn, -60), addDays(heldOn, 60))).filter((day) => day.state === "open" || day.id === id);
  const at = near.findIndex((day) => day.id === id);
  return [near[at - 1], near[at + 1]];
}

async function findBroken(ctx: VolunteerDaysContext, { row, open, from, to, along }: Move): Promise<Broken[]> {
  const sites = await Promise.all((await neighbours(ctx, open.day)).map((day) => day && siteOnDay(ctx.db, row.volunteerId, day.id)));
  const broken: Readonly<Record<Broken, boolean>> = {
    children: along.length > 0,
    lastWeek: sites[0] === to.siteId,
    nextWeek: sites[1] === to.siteId,
    leaderless: from.kind === "leader" && from.taken === 1,
    short: [...new Set([from, ...along.map((step) => step.from)])].some((post) => {
      const left = post.taken - Number(post === from) - along.filter((step) => step.from === post).length;
      return post.kind === "member" && left < post.least;
    }),
  };
  return breaks.filter((one) => broken[one]);
}

async function tell(ctx: VolunteerDaysContext, open: OpenDay, { row, from, to }: Step): Promise<Addressee> {
  const { id, name, phone, personId } = (await findVolunteer(ctx.db, row.volunteerId))!;
  const meetingPoint = to.siteMeetingPoint ?? open.day.meetingPoint ?? open.series.meetingPoint;
  const params = { ...(await paramsOf(ctx, open.day)), site: to.siteName, from: from.siteName, meetingPoint };
  const message = { occasion: "shifted", key: `shifted-${row.sequence + 1}`, params, startsAt: open.day.startsAt } as const;
  const addressee = { signUpId: row.id, volunteerId: id, name, phone, personId };
  await writeToVolunteers(ctx, [addressee], message);
  return addressee;
}

/**
 * Puts somebody into the same role at another site of their day, by their own number and link, and the children with them who would stand alone; whoever waits for
 * the places left behind gets them. `isTry` only says what would break. Gives whom the letters reach. Throws as readMove.
 */
export async function movePerson(ctx: VolunteerDaysContext, before: SignUpRow, siteId: string, isTry: boolean): Promise<Told & { breaks: Broken[] }> {
  const move = await readMove(ctx, before, siteId);
  const { row, open, from, to } = move;
  const steps = [move, ...move.along];
  const broken = await findBroken(ctx, move);
  if (isTry) return { breaks: broken, told: 0, toCall: [] };
  for (const step of steps) {
    const { id, sequence } = step.row;
    await ctx.db
      .updateTable("volunteer_days_sign_up")
      .set({ postId: step.to.id, sequence: sequence + 1, because: null })
      .where("id", "=", id)
      .execute();
    step.from.taken--;
    step.to.taken++;
    step.from.isChanged = step.to.isChanged = true;
  }
  if (open.day.state === "open") for (const post of new Set(steps.map((step) => step.from))) await promote(ctx, open, post);
  // Children who waited where they are not any more.
  await endAlone(ctx, open, row);
  await keepBoard(ctx.db, new Map([[open.day.id, open]]));
  const people = [];
  for (const step of steps) people.push(await tell(ctx, open, step));
  ctx.audit("move", row.id, { from: from.id, to: to.id, broken });
  for (const step of move.along) ctx.audit("move", step.row.id, { from: step.from.id, to: step.to.id, with: row.id });
  return { breaks: broken, ...(await reachable(ctx, people)) };
}
