import { LEVELS, readWeights, TERM_NAMES, type Score } from "../objective.js";
import type { Assignment, Problem } from "../problem.js";
import type { ScorePart } from "../proposal.js";
import { takeSteps, type Steps } from "../steps.js";
import type { PlanAttendance } from "./attendance.js";
import { checkPlace, type Violation } from "./check-place.js";
import { checkOrders } from "./check-pairs.js";
import { add, addViolation, judgeDays, type Tally } from "./judge-days.js";
import { readPlan, type PlacedMeeting, type PlanReading } from "./placed-meeting.js";
import { isRest } from "./work-days.js";

/** The independent judgement of a plan. A plan is good when `violations` is empty. */
export interface Verdict {
  readonly score: Score;
  readonly parts: readonly ScorePart[];
  readonly violations: readonly Violation[];
  /** Meetings (occurrences, for series) that the plan does not hold. */
  readonly unplaced: readonly string[];
  readonly attendance: readonly PlanAttendance[];
}

export interface ScoreOptions {
  /** Where meetings stood before a re-plan, and what moving one costs (a change of room three tenths of it, rounded up); for the term `moved`. */
  readonly stood?: readonly Assignment[];
  readonly costPerMovedMeeting?: number;
}

function countAttendance(tally: Tally, attendance: PlanAttendance): void {
  const { meeting, from, to } = attendance.placed;
  for (const person of meeting.required ?? [])
    if (attendance.away.has(person)) addViolation(tally, { term: "notAllowed", meeting: meeting.id, value: 1, params: { rule: "person", person } });
  for (const { id, need, have } of attendance.quorums)
    if (have < need) addViolation(tally, { term: "quorumShort", meeting: meeting.id, value: need - have, params: { quorum: id, need, have } });
  for (const { id, need, have } of attendance.roles)
    if (have < need) addViolation(tally, { term: "roleMissing", meeting: meeting.id, value: need - have, params: { role: id, need, have } });
  for (const { person, weight = 1 } of meeting.preferred ?? []) if (attendance.away.has(person)) add(tally, "preferredAbsent", (weight * (to - from)) / 15);
  for (const quorum of meeting.quorums ?? []) add(tally, "quorumMargin", quorum.of.filter((person) => attendance.away.has(person)).length);
}

function countPlace(tally: Tally, reading: PlanReading, placed: PlacedMeeting): void {
  const { horizon, problem, calendar } = reading;
  const day = Math.floor(placed.from / 1440);
  const quarters = (day - horizon.startDay) * (horizon.closes - horizon.opens) + placed.to - day * 1440 - horizon.opens;
  add(tally, "finishEarly", quarters / 15 - 1);
  add(tally, "restDay", isRest(calendar, day) ? 1 : 0);
  if (!placed.venue) return;
  const seats = placed.venue.seats;
  add(tally, "roomWaste", seats === undefined || placed.meeting.seats === undefined ? 0 : Math.max(0, seats - placed.meeting.seats));
  for (const venue of problem.venues) add(tally, "largerRoomFirst", Math.max(0, (venue.seats ?? 0) - (seats ?? 0)));
}

function countMoves(tally: Tally, reading: PlanReading, options: ScoreOptions): void {
  const stood = new Map(readPlan(reading.problem, options.stood ?? []).placed.map((one) => [one.meeting.id, one]));
  const cost = options.costPerMovedMeeting ?? 10;
  for (const placed of reading.placed) {
    const before = stood.get(placed.meeting.id);
    if (before && before.from !== placed.from) add(tally, "moved", cost);
    else if (before && before.venue?.id !== placed.venue?.id) add(tally, "moved", Math.ceil(cost * 0.3));
  }
}

function sumUp(problem: Problem, tally: Tally): { score: Score; parts: ScorePart[] } {
  const weights = readWeights(problem.objective);
  const parts: ScorePart[] = [];
  const sums = { hard: 0, medium: 0, soft: 0 };
  for (const level of LEVELS)
    for (const term of TERM_NAMES) {
      const weight = weights[level][term];
      if (weight === 0) continue;
      const value = tally.values.get(term) ?? 0;
      sums[level] += value * weight;
      parts.push({ key: `scheduling.term.${term}`, params: { value, weight, cost: value * weight }, term, level, value, weight });
    }
  return { score: sums, parts };
}

/** As `score`, one meeting a step, for those who must not block. */
export function* scoreInSteps(problem: Problem, assignments: readonly Assignment[], options: ScoreOptions = {}): Steps<Verdict> {
  const reading = readPlan(problem, assignments);
  const tally: Tally = { values: new Map(), violations: [] };
  const held = new Set(assignments.map((assignment) => assignment.meeting));
  const unplaced = reading.meetings.filter((meeting) => !held.has(meeting.id));
  for (const meeting of unplaced) addViolation(tally, { term: "unplaced", meeting: meeting.id, value: meeting.priority ?? 1, params: {} });
  for (const placed of reading.placed) {
    for (const violation of checkPlace(reading, placed)) addViolation(tally, violation);
    countPlace(tally, reading, placed);
    yield;
  }
  const attendance = yield* judgeDays(tally, reading);
  for (const one of attendance) countAttendance(tally, one);
  for (const violation of checkOrders(reading)) addViolation(tally, violation);
  if (options.stood) countMoves(tally, reading, options);
  return { ...sumUp(problem, tally), violations: tally.violations, unplaced: unplaced.map((meeting) => meeting.id), attendance };
}

/** As `score`, without asking first whether the problem can be planned at all. Errors: those of `readPlan`. */
export function judgePlan(problem: Problem, assignments: readonly Assignment[], options: ScoreOptions = {}): Verdict {
  return takeSteps(scoreInSteps(problem, assignments, options));
}
