import type { Assignment, Problem } from "@lianxin/scheduling";
import type { Teller } from "../find-slots/tell-slot.js";
import type { MeetingsContext } from "../plugin.js";
import { addDays, instantIn, instantOf } from "../tell-time/tell-time.js";
import { meetingsOfPlan } from "./ask-plan.js";
import { readPlanState } from "./read-state.js";
import { announcedAt, firstItemsOf, titlesOf, type PlanRow } from "./plan.repository.js";

const isSame = (a: Assignment, b: Assignment, zone: string): boolean =>
  instantIn(a.start, zone) === instantIn(b.start, zone) && (a.venue ?? null) === (b.venue ?? null);

/** Names of the people and parties of a problem, for sentences about it. */
export async function tellerFor({ db, use, text, clock }: MeetingsContext, problem: Pick<Problem, "people" | "meetings">): Promise<Teller> {
  const people = await use.directory.namesOf(problem.people.map(({ id }) => id));
  const roles = [...new Set(problem.meetings.flatMap(({ roles = [] }) => roles.map(({ id }) => id)))];
  const parties = await db
    .selectFrom("meetings_party")
    .select(["id", "name"])
    .where("id", "in", ["", ...roles])
    .execute();
  return { text, zone: clock.zone, names: new Map([...people, ...parties.map(({ id, name }): [string, string] => [id, name])]) };
}

/** Announced meetings that a plan of drafts goes around; a repair has them all in itself. */
async function fixedOf({ db, clock }: MeetingsContext, plan: PlanRow) {
  if (plan.kind === "repair") return [];
  const [from, to] = [instantOf(`${plan.fromOn}T00:00`, clock.zone), instantOf(`${addDays(plan.untilOn, 1)}T00:00`, clock.zone)];
  const rows = await announcedAt(db, plan.placePath, from, to);
  return rows.map(({ id, title, startsAt, endsAt, venueId }) => ({ id, title, startsAt: startsAt!, endsAt: endsAt!, venueId }));
}

/** Titles with states; where two are called alike each says what its agenda begins with. */
async function readTitles({ db, text }: MeetingsContext, ids: readonly string[]): Promise<ReadonlyMap<string, { title: string; state: string }>> {
  const [rows, first] = [await titlesOf(db, ids), await firstItemsOf(db, ids)];
  const isAlike = (title: string): boolean => rows.filter((row) => row.title === title).length > 1;
  return new Map(
    rows.map(({ id, title, state }) => {
      const item = first.get(id);
      return [id, { state, title: item && isAlike(title) ? text("meetings.plans.about", { title, item }) : title }];
    }),
  );
}

async function entriesOf(ctx: MeetingsContext, plan: PlanRow) {
  const { zone } = ctx.clock;
  const placed = new Map(plan.assignments.map((one) => [one.meeting, one]));
  const before = new Map(plan.stood.map((one) => [one.meeting, one]));
  const titles = await readTitles(
    ctx,
    plan.facts.map(({ meetingId }) => meetingId),
  );
  const at = (one: Assignment | undefined) =>
    one ? { startsAt: instantIn(one.start, zone), endsAt: instantIn(one.end, zone), venueId: one.venue ?? null } : null;
  return plan.facts.map((fact) => {
    const [now, was] = [placed.get(fact.meetingId), before.get(fact.meetingId)];
    const { title = "", state = "" } = titles.get(fact.meetingId) ?? {};
    return { ...fact, broken: [...fact.broken], title, state, place: at(now), was: now && was && isSame(now, was, zone) ? null : at(was) };
  });
}

/** A plan as its page shows it: how far it is, what stands where, what moved, what found no time and why. */
export async function showPlan(ctx: MeetingsContext, plan: PlanRow) {
  const { id, kind, fromOn, untilOn, taskId, appliedAt } = plan;
  const state = await readPlanState(ctx, plan);
  const standing = taskId ? await ctx.tasks.find(taskId) : undefined;
  const progress = (standing?.progress ?? {}) as { readonly share?: number; readonly unplaced?: number; readonly done?: number; readonly skipped?: number };
  const venues = await ctx.use.directory.venuesAt(plan.placePath);
  const total = plan.facts.length || (await meetingsOfPlan(ctx, plan)).length;
  const isWorking = standing?.state === "waiting" || standing?.state === "running";
  return {
    ...{ id, kind, state, fromOn, untilOn, appliedAt, total, isWorking },
    ...{ share: progress.share ?? 0, placed: state === "planning" ? total - (progress.unplaced ?? total) : plan.assignments.length, done: progress.done ?? 0 },
    /** Meetings that were changed meanwhile and left alone when the plan was put to use. */
    skipped: progress.skipped ?? 0,
    /** How many had got their time when putting it to use ended before its end; null when it did not. */
    halted: state === "ready" && (plan.state === "applying" || progress.done !== undefined) ? (progress.done ?? 0) - (progress.skipped ?? 0) : null,
    error: standing?.state === "failed" ? standing.error : null,
    venues: venues.map(({ id, name, seats }) => ({ id, name, seats })),
    entries: await entriesOf(ctx, plan),
    fixed: await fixedOf(ctx, plan),
  };
}
