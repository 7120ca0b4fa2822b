import { readMoment } from "../count-days/moment.js";
import { readHorizon, type HorizonDays } from "../count-days/read-horizon.js";
import type { Assignment, Meeting, Person, Problem, Venue } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";
import { readMeetings } from "./read-meetings.js";
import { readWorkDays, type WorkDays } from "./work-days.js";

/** A meeting with its time in local minutes since 1970; half-open. */
export interface PlacedMeeting {
  readonly meeting: Meeting;
  readonly from: number;
  readonly to: number;
  readonly venue: Venue | undefined;
}

/** What the checker reads: the problem by id and the plan in minutes. It knows nothing of bitsets, rows or the search. */
export interface PlanReading {
  readonly problem: Problem;
  readonly horizon: HorizonDays;
  readonly calendar: WorkDays;
  readonly meetings: readonly Meeting[];
  readonly people: ReadonlyMap<string, Person>;
  readonly placed: readonly PlacedMeeting[];
  /** Moments written out already. */
  readonly texts: Map<number, string>;
}

function placeOne(assignment: Assignment, byId: ReadonlyMap<string, Meeting>, venues: ReadonlyMap<string, Venue>, offset: number): PlacedMeeting {
  const meeting = byId.get(assignment.meeting);
  if (!meeting) throw new SchedulingError("unknown-meeting", assignment.meeting);
  const venue = assignment.venue === undefined ? undefined : venues.get(assignment.venue);
  if (assignment.venue !== undefined && !venue) throw new SchedulingError("unknown-venue", assignment.venue, { in: assignment.meeting });
  const from = readMoment(assignment.start, offset, `${assignment.meeting}.start`);
  const to = readMoment(assignment.end, offset, `${assignment.meeting}.end`);
  if (to <= from) throw new SchedulingError("bad-interval", assignment.meeting, { from: assignment.start, to: assignment.end });
  return { meeting, from, to, venue };
}

/** Errors: `unknown-meeting`, `unknown-venue`, `duplicate-id` (a meeting placed twice), `bad-moment`, `bad-interval`, and those of the horizon. */
export function readPlan(problem: Problem, assignments: readonly Assignment[]): PlanReading {
  const horizon = readHorizon(problem.horizon);
  const calendar = readWorkDays(problem.holidays);
  const meetings = readMeetings(problem, calendar, horizon);
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const venues = new Map(problem.venues.map((venue) => [venue.id, venue]));
  const seen = new Set<string>();
  for (const { meeting } of assignments) {
    if (seen.has(meeting)) throw new SchedulingError("duplicate-id", meeting, { kind: "assignments" });
    seen.add(meeting);
  }
  const placed = assignments.map((assignment) => placeOne(assignment, byId, venues, horizon.offset));
  const people = new Map(problem.people.map((person) => [person.id, person]));
  return { problem, horizon, calendar, meetings, people, placed, texts: new Map() };
}
