import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { MOST_SEATS } from "../compile-calendars/fill-calendar.js";
import { GRAIN_MINUTES } from "../compile-calendars/grid.js";
import { MOST_MINUTES } from "../count-days/read-horizon.js";
import type { Meeting } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";
import { nextMark, peopleRows, readPreferred, readQuorum, readRole, type GroupNeed } from "./meeting-people.js";
import { listOrderRules } from "./order-rules.js";
import { dayStarts, listTimeRules, type TimeRule } from "./time-rules.js";
import { checkVenues, listUnfit, needsVenue } from "./venue-fit.js";

/** As what a person is asked: the strongest of their parts in the meeting. */
export type Part = "required" | "role" | "member" | "preferred";

/** The people of a meeting as rows. */
export interface MeetingPeople {
  readonly required: Int32Array;
  readonly roles: readonly GroupNeed[];
  readonly quorums: readonly GroupNeed[];
  readonly preferred: Int32Array;
  readonly weights: Int32Array;
}

/** A meeting with its people, venues and times as rows and bits. */
export interface CompiledMeeting extends MeetingPeople {
  readonly meeting: Meeting;
  /** Length in grains. */
  readonly length: number;
  /** Starts on the grid that end within their day. */
  readonly dayStarts: Int32Array;
  readonly timeRules: readonly TimeRule[];
  /** Whether it takes up a venue, and the rows of those that fit. */
  readonly needsVenue: boolean;
  readonly venues: readonly number[];
}

function readLength(compiled: CompiledProblem, meeting: Meeting): number {
  checkWhole(meeting.priority ?? 1, 1, 9, `${meeting.id}.priority`);
  checkWhole(meeting.seats ?? 0, 0, MOST_SEATS, `${meeting.id}.seats`);
  const minutes = checkWhole(meeting.minutes, 1, MOST_MINUTES, `${meeting.id}.minutes`);
  const length = Math.ceil(minutes / GRAIN_MINUTES);
  if (length > compiled.grid.perDay) throw new SchedulingError("meeting-too-long", meeting.id, { minutes, most: compiled.grid.perDay * GRAIN_MINUTES });
  return length;
}

function readStartEvery(meeting: Meeting): number {
  const item = `${meeting.id}.startEvery`;
  const every = checkWhole(meeting.startEvery ?? GRAIN_MINUTES, 1, 1440, item);
  if (1440 % every !== 0) throw new SchedulingError("bad-shape", item, { rule: "day-part", value: every, most: 1440 });
  return every;
}

function fittingVenues(compiled: CompiledProblem, meeting: Meeting): number[] {
  checkVenues(compiled, meeting);
  const rows: number[] = [];
  for (let row = 0; row < compiled.venues.all.length; row++) if (listUnfit(meeting, compiled.venues.all[row]!).length === 0) rows.push(row);
  return rows;
}

/** The people of a meeting. Errors: `unknown-person`, `duplicate-id`, `role-without-holders`, `quorum-without-members`, `bad-number`. */
export function readPeople(compiled: CompiledProblem, meeting: Meeting): MeetingPeople {
  const preferred = readPreferred(compiled, meeting);
  return {
    required: peopleRows(compiled, meeting.required ?? [], `${meeting.id}.required`),
    roles: (meeting.roles ?? []).map((role) => readRole(compiled, meeting, role)),
    quorums: (meeting.quorums ?? []).map((quorum) => readQuorum(compiled, meeting, quorum)),
    preferred: preferred.rows,
    weights: preferred.weights,
  };
}

/**
 * Resolves a meeting against a compiled problem. O(people named + venues + days).
 * Errors, each naming the item: `unknown-person`, `unknown-venue`, `duplicate-id`, `role-without-holders`, `quorum-without-members`,
 * `meeting-too-long`, `missing-holiday-year`, `bad-number`, `bad-date`, `bad-moment`, `pin-outside-horizon`, `pin-off-grid`.
 */
export function compileMeeting(compiled: CompiledProblem, meeting: Meeting): CompiledMeeting {
  const length = readLength(compiled, meeting);
  return {
    ...readPeople(compiled, meeting),
    meeting,
    length,
    dayStarts: dayStarts(compiled, length, readStartEvery(meeting)),
    timeRules: listOrderRules(compiled, meeting, length, listTimeRules(compiled, meeting, length)),
    needsVenue: needsVenue(compiled, meeting),
    venues: fittingVenues(compiled, meeting),
  };
}

/** Gives everyone named by the meeting once, group by group, with the strongest part they have in it: required, then role, member, preferred. */
export function visitCast(compiled: CompiledProblem, meeting: MeetingPeople, visit: (group: Int32Array, part: Part) => void): void {
  const { seen } = compiled;
  const mark = nextMark(seen);
  const add = (group: Int32Array, part: Part): void => {
    const known = group.some((row) => seen.rows[row] === mark);
    const fresh = known ? group.filter((row) => seen.rows[row] !== mark) : group;
    for (let i = 0; i < fresh.length; i++) seen.rows[fresh[i]!] = mark;
    visit(fresh, part);
  };
  add(meeting.required, "required");
  for (const role of meeting.roles) add(role.rows, "role");
  for (const quorum of meeting.quorums) add(quorum.rows, "member");
  add(meeting.preferred, "preferred");
}

/** The cast as two lists side by side. */
export function listCast(compiled: CompiledProblem, meeting: MeetingPeople): { rows: number[]; parts: Part[] } {
  const rows: number[] = [];
  const parts: Part[] = [];
  visitCast(compiled, meeting, (group, part) => {
    for (const row of group) {
      rows.push(row);
      parts.push(part);
    }
  });
  return { rows, parts };
}
