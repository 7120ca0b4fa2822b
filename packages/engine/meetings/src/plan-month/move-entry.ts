import { explain, type Assignment, type ExplainedMeeting, type Problem } from "@lianxin/scheduling";
import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import { addMinutes, dayOf, instantIn, instantOf, isDay, localOf } from "../tell-time/tell-time.js";
import { tellViolation } from "./tell-plan.js";
import { tellerFor } from "./show-plan.js";
import { changePlan, type PlanRow } from "./plan.repository.js";

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

function getProblem(plan: PlanRow): Problem {
  if (plan.state !== "ready" || !plan.problem) throw errors.planNotReady();
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

/** The meetings of one day with one moved there: rules join only meetings of the same day. */
function explainMove(zone: string, problem: Problem, assignments: readonly Assignment[], moved: Assignment): ExplainedMeeting {
  const day = moved.start.slice(0, 10);
  const others = assignments.filter(({ meeting, start }) => meeting !== moved.meeting && dayOf(instantIn(start, zone), zone) === day);
  const there = new Set([...others.map(({ meeting }) => meeting), moved.meeting]);
  const narrowed = { ...problem, meetings: problem.meetings.filter(({ id }) => there.has(id)).map(({ after: _, ...meeting }) => meeting) };
  return explain(narrowed, [...others, moved]).find(({ meeting }) => meeting === moved.meeting)!;
}

/** What moving one meeting of a plan would break; changes nothing. Throws planNotReady, meetingNotInPlan, dayUnknown, venueUnknown. */
export async function tryMove(ctx: MeetingsContext, plan: PlanRow, move: EntryMove): Promise<MoveVerdict> {
  const problem = getProblem(plan);
  const moved = placeAt(ctx.clock.zone, problem, move);
  const { present, quorums, latestPosting, violations } = explainMove(ctx.clock.zone, problem, plan.assignments, moved);
  const teller = await tellerFor(ctx, problem);
  const voters = plan.facts.find(({ meetingId }) => meetingId === move.meetingId)!.members;
  const have = quorums[0]?.have ?? present.length;
  const broken = [...new Set(violations.map((violation) => tellViolation(violation, teller)))];
  return { present: have, members: voters, need: Math.max(0, ...quorums.map(({ need }) => need)), postBy: latestPosting ?? null, broken };
}

/** Puts one meeting of a plan elsewhere, as somebody dragged it; what it breaks is kept beside it. Throws what tryMove throws. */
export async function moveEntry(ctx: MeetingsContext, plan: PlanRow, move: EntryMove): Promise<MoveVerdict> {
  const verdict = await tryMove(ctx, plan, move);
  const moved = placeAt(ctx.clock.zone, plan.problem!, move);
  const assignments = [...plan.assignments.filter(({ meeting }) => meeting !== move.meetingId), moved];
  const facts = plan.facts.map((fact) => (fact.meetingId === move.meetingId ? { ...fact, ...verdict } : fact));
  await changePlan(ctx.db, plan.id, { assignments, facts });
  return verdict;
}
