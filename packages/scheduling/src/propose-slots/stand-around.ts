import { fillBits } from "../compile-calendars/bitset.js";
import type { Calendars, CompiledProblem } from "../compile-calendars/compile-problem.js";
import { bufferGrains, clearBooking } from "../compile-calendars/fill-calendar.js";
import { ceilGrain, floorGrain, grainMinutes } from "../compile-calendars/grid.js";
import { addStretches, STRETCH_KINDS } from "../compile-calendars/stretches.js";
import { listCast, readPeople } from "../compile-meeting/compile-meeting.js";
import { readMoment } from "../count-days/moment.js";
import type { Assignment, Meeting } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";

const ELSEWHERE = STRETCH_KINDS.indexOf("elsewhere");

function copyCalendars<T extends { readonly id: string }>(from: Calendars<T>): Calendars<T> {
  return { ...from, rows: { ...from.rows, free: from.rows.free.slice(), starts: new Map() }, stretches: [...from.stretches] };
}

/** Grains `[from, to)` of a placed meeting. Errors: `bad-moment`, naming the meeting. */
export function assignmentGrains(compiled: CompiledProblem, assignment: Assignment): { from: number; to: number } {
  const { grid } = compiled;
  const item = `assignments.${assignment.meeting}`;
  return { from: floorGrain(grid, readMoment(assignment.start, grid.offset, item)), to: ceilGrain(grid, readMoment(assignment.end, grid.offset, item)) };
}

function takePeople(compiled: CompiledProblem, meeting: Meeting, from: number, to: number): void {
  const { people, grid } = compiled;
  const cast = listCast(compiled, readPeople(compiled, meeting));
  for (const [i, row] of cast.rows.entries()) {
    if (cast.parts[i] === "preferred") continue;
    fillBits(people.rows.free, row * grid.words, from, to, false);
    people.stretches[row] = addStretches(people.stretches[row]!, [from, to, grainMinutes(grid, to - 1) + 15, ELSEWHERE]);
  }
}

function takeVenue(compiled: CompiledProblem, venue: string, from: number, to: number): void {
  const row = compiled.venues.rowOf.get(venue);
  if (row === undefined) throw new SchedulingError("unknown-venue", venue, { in: "around" });
  clearBooking(compiled.venues.rows, row, compiled.grid, from, to, bufferGrains(compiled.venues.all[row]!));
}

/**
 * The same problem with other meetings standing in it: who is required, holds a role or is counted in a quorum there is elsewhere, and their rooms are taken.
 * The meeting itself is left out. Errors: `unknown-meeting`, `unknown-venue`, `bad-moment`.
 */
export function standAround(compiled: CompiledProblem, meeting: Meeting, around: readonly Assignment[]): CompiledProblem {
  const standing: CompiledProblem = { ...compiled, people: copyCalendars(compiled.people), venues: copyCalendars(compiled.venues) };
  for (const assignment of around) {
    if (assignment.meeting === meeting.id) continue;
    const index = compiled.meetingOf.get(assignment.meeting);
    if (index === undefined) throw new SchedulingError("unknown-meeting", assignment.meeting);
    const { from, to } = assignmentGrains(compiled, assignment);
    if (from >= to) continue;
    takePeople(standing, compiled.problem.meetings[index]!, from, to);
    if (assignment.venue !== undefined) takeVenue(standing, assignment.venue, from, to);
  }
  return standing;
}
