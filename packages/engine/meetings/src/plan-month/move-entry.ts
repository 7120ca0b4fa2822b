import { explain, type Assignment, type ExplainedMeeting, type Problem } from "@lianxin/scheduling";
import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import { addMinutes, dayOf, instantIn, instantOf, isDay, localOf } from "../tell-time/tell-time.js";
import { tellViolation } from "./tell-plan.js";
import { tellerFor } from "./show-plan.js";
import type { PlanFact } from "./plan-words.js";
import { changePlan, titlesOf, type PlanRow } from "./plan.repository.js";
import { readPlanState } from "./read-state.js";

export interface EntryMove {
  readonly meetingId: string;
  /** "2026-09-09T15:00" in the community's zone. */
  readonly startsAt: string;
  readonly venueId: string | null;
}
export interface MoveVerdict {
  readonly present: number;
  readonly members: number;
  readonly need: number;
  readonly postBy: string | null;
  /** What it would break, in words; empty when it may stand so. */
  readonly broken: string[];
}

async function getProblem(ctx: MeetingsContext, plan: PlanRow): Promise<Problem> {
  if (!plan.problem || (await readPlanState(ctx, plan)) !== "ready") throw errors.planNotReady();
  return plan.problem;
}

function placeAt(zone: string, problem: Problem, { meetingId, startsAt, venueId }: EntryMove): Assignment {
  const meeting = problem.meetings.find(({ id }) => id === meetingId);
  if (!meeting) throw errors.meetingNotInPlan({}, "body.meetingId");
  if (!isDay(startsAt.slice(0, 10))) throw errors.dayUnknown({ day: startsAt.slice(0, 10) }, "body.startsAt");
  if (venueId !== null && !problem.venues.some(({ id }) => id === venueId)) throw errors.venueUnknown({}, "body.venueId");
  const end = localOf(addMinutes(instantOf(startsAt, zone), meeting.minutes), zone).toString({ smallestUnit: "minute" });
  return { meeting: meetingId, start: startsAt, end, ...(venueId !== null && { venue: venueId }) };
}

/** The plan's meetings of some days as they would stand, judged: rules join only meetings of the same day. O(meetings of these days). */
function judgeDays(zone: string, problem: Problem, assignments: readonly Assignment[], days: ReadonlySet<string>): readonly ExplainedMeeting[] {
  const there = assignments.filter(({ start }) => days.has(dayOf(instantIn(start, zone), zone)));
  const ids = new Set(there.map(({ meeting }) => meeting));
  const meetings = problem.meetings.filter(({ id }) => ids.has(id)).map(({ after: _, ...meeting }) => meeting);
  return explain({ ...problem, meetings }, there);
}

interface Judged {
  readonly verdict: MoveVerdict;
  readonly moved: Assignment;
  /** What is said now of every meeting of the day it left and the day it came to. */
  readonly facts: readonly PlanFact[];
}

async function judgeMove(ctx: MeetingsContext, plan: PlanRow, move: EntryMove): Promise<Judged> {
  const { zone } = ctx.clock;
  const problem = await getProblem(ctx, plan);
  const moved = placeAt(zone, problem, move);
  const before = plan.assignments.find(({ meeting }) => meeting === move.meetingId);
  const days = new Set([moved, ...(before ? [before] : [])].map(({ start }) => dayOf(instantIn(start, zone), zone)));
  const others = plan.assignments.filter(({ meeting }) => meeting !== move.meetingId);
  const teller = await tellerFor(ctx, problem);
  const factOf = new Map(plan.facts.map((fact) => [fact.meetingId, fact]));
  const judged = judgeDays(zone, problem, [...others, moved], days);
  const facts = judged.map(({ meeting, present, quorums, violations }): PlanFact => {
    const need = Math.max(0, ...quorums.map((quorum) => quorum.need));
    const broken = [...new Set(violations.map((violation) => tellViolation(violation, teller)))];
    return { ...factOf.get(meeting)!, present: quorums[0]?.have ?? present.length, need, broken };
  });
  const own = facts.find(({ meetingId }) => meetingId === move.meetingId)!;
  const postBy = judged.find(({ meeting }) => meeting === move.meetingId)!.latestPosting ?? null;
  const titles = new Map(
    (
      await titlesOf(
        ctx.db,
        facts.map(({ meetingId }) => meetingId),
      )
    ).map(({ id, title }) => [id, title]),
  );
  const lost = facts.flatMap(({ meetingId, broken }) => {
    const known = new Set(factOf.get(meetingId)!.broken);
    const isNeighbour = meetingId !== move.meetingId;
    return isNeighbour
      ? broken.filter((rule) => !known.has(rule)).map((rule) => ctx.text("meetings.plan.neighbour", { title: titles.get(meetingId) ?? "", rule }))
      : [];
  });
  const { present, members, need } = own;
  return {
    moved,
    facts: facts.map((fact) => (fact === own ? { ...own, postBy } : fact)),
    verdict: { present, members, need, postBy, broken: [...own.broken, ...lost] },
  };
}

/**
 * What moving one meeting of a plan would break, in the meeting itself and in those of the day it comes to; changes nothing.
 * Throws planNotReady, meetingNotInPlan, dayUnknown, venueUnknown.
 */
export const tryMove = async (ctx: MeetingsContext, plan: PlanRow, move: EntryMove): Promise<MoveVerdict> => (await judgeMove(ctx, plan, move)).verdict;

/** Puts one meeting of a plan elsewhere, as somebody dragged it; what is broken and what is well again is kept beside each meeting. Throws what tryMove throws. */
export async function moveEntry(ctx: MeetingsContext, plan: PlanRow, move: EntryMove): Promise<MoveVerdict> {
  const { verdict, moved, facts } = await judgeMove(ctx, plan, move);
  const assignments = [...plan.assignments.filter(({ meeting }) => meeting !== move.meetingId), moved];
  const changed = new Map(facts.map((fact) => [fact.meetingId, fact]));
  await changePlan(ctx.db, plan.id, { assignments, facts: plan.facts.map((fact) => changed.get(fact.meetingId) ?? fact) });
  return verdict;
}
