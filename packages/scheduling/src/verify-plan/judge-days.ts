import type { TermName } from "../problem.js";
import type { Steps } from "../steps.js";
import { attendPlaced, type PlanAttendance } from "./attendance.js";
import type { Violation } from "./check-place.js";
import { checkPair, namePeople, type Named } from "./check-pairs.js";
import type { PlacedMeeting, PlanReading } from "./placed-meeting.js";

/** What has been counted so far. */
export interface Tally {
  readonly values: Map<TermName, number>;
  readonly violations: Violation[];
}

export function add(tally: Tally, term: TermName, value: number): void {
  tally.values.set(term, (tally.values.get(term) ?? 0) + value);
}

export function addViolation(tally: Tally, violation: Violation): void {
  add(tally, violation.term, violation.value);
  tally.violations.push(violation);
}

/** Everyone's meetings of one day that count on them. */
type Engagements = ReadonlyMap<string, readonly PlacedMeeting[]>;

function listEngagements(day: readonly Named[]): Engagements {
  const found = new Map<string, PlacedMeeting[]>();
  for (const { placed, counted } of day)
    for (const person of counted) {
      const list = found.get(person);
      if (list) list.push(placed);
      else found.set(person, [placed]);
    }
  return found;
}

function countPairs(tally: Tally, day: readonly Named[]): void {
  for (const [i, a] of day.entries())
    for (let j = i + 1; j < day.length; j++)
      checkPair(a, day[j]!, (term, value, about) => {
        if (about && (term === "roomClash" || term === "requiredClash")) addViolation(tally, { term, value, meeting: about.meeting, params: { ...about } });
        else add(tally, term, value);
      });
}

/** Judges the meetings day by day, one meeting a step; attendance in the order of the plan. */
export function* judgeDays(tally: Tally, reading: PlanReading): Steps<PlanAttendance[]> {
  const named = reading.placed.map((placed) => namePeople(reading.problem, placed));
  const byDay = new Map<number, Named[]>();
  for (const one of named) {
    const day = Math.floor(one.placed.from / 1440);
    const list = byDay.get(day);
    if (list) list.push(one);
    else byDay.set(day, [one]);
  }
  const found = new Map<PlacedMeeting, PlanAttendance>();
  for (const day of byDay.values()) {
    countPairs(tally, day);
    const engagements = listEngagements(day);
    for (const one of day) {
      found.set(one.placed, attendPlaced(reading, one.placed, one.all, engagements));
      yield;
    }
  }
  return reading.placed.map((placed) => found.get(placed)!);
}
