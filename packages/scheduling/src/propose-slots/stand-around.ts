import { fillBits } from "../compile-calendars/bitset.js";
import type { Calendars, CompiledProblem, Standing } from "../compile-calendars/compile-problem.js";
import { bufferGrains, clearBooking } from "../compile-calendars/fill-calendar.js";
import { ceilGrain, floorGrain, grainMinutes } from "../compile-calendars/grid.js";
import { addStretches, STRETCH_KINDS, stretchesAt } from "../compile-calendars/stretches.js";
import { listCast, readPeople } from "../compile-meeting/compile-meeting.js";
import { findMeeting } from "../compile-meeting/order-rules.js";
import { readMoment } from "../count-days/moment.js";
import type { Assignment, Meeting } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";

const ELSEWHERE = STRETCH_KINDS.indexOf("elsewhere");

function copyCalendars<T extends { readonly id: string }>(from: Calendars<T>): Calendars<T> {
  return { ...from, rows: { ...from.rows, free: from.rows.free.slice(), starts: new Map() }, stretches: [...from.stretches] };
}

function readStanding({ grid }: CompiledProblem, { after = [] }: Meeting, { meeting: id, start, end }: Assignment): Standing {
  const item = `assignments.${id}`;
  return { id, after, from: readMoment(start, grid.offset, item), to: readMoment(end, grid.offset, item) };
}

function takePeople(compiled: CompiledProblem, meeting: Meeting, from: number, to: number): void {
  const { people, grid } = compiled;
  const cast = listCast(compiled, readPeople(compiled, meeting));
  for (const [i, row] of cast.rows.entries()) {
    if (cast.parts[i] === "preferred") continue;
    fillBits(people.rows.free, row * grid.words, from, to, false);
    people.stretches[row] = addStretches(stretchesAt(people.stretches, row), [from, to, grainMinutes(grid, to - 1) + 15, ELSEWHERE]);
  }
}

function takeVenue(compiled: CompiledProblem, venue: string, from: number, to: number): void {
  const row = compiled.venues.rowOf.get(venue);
  if (row === undefined) throw new SchedulingError("unknown-venue", venue, { in: "around" });
  clearBooking(compiled.venues.rows, row, compiled.grid, from, to, bufferGrains(compiled.venues.all[row]!));
}

/**
 * The same problem with other meetings standing in it: who is required, holds a role or is counted in a quorum there is elsewhere, and their rooms are taken.
 * The meeting itself is left out; the order among it and them binds. Errors: `unknown-meeting`, `unknown-venue`, `bad-moment`.
 */
export function standAround(compiled: CompiledProblem, meeting: Meeting, around: readonly Assignment[]): CompiledProblem {
  const standing: Standing[] = [];
  const view: CompiledProblem = { ...compiled, standing, people: copyCalendars(compiled.people), venues: copyCalendars(compiled.venues) };
  for (const assignment of around) {
    if (assignment.meeting === meeting.id) continue;
    const other = findMeeting(compiled, assignment.meeting, "around");
    const one = readStanding(compiled, other, assignment);
    standing.push(one);
    const [from, to] = [floorGrain(compiled.grid, one.from), ceilGrain(compiled.grid, one.to)];
    if (from >= to) continue;
    takePeople(view, other, from, to);
    if (assignment.venue !== undefined) takeVenue(view, assignment.venue, from, to);
  }
  return view;
}
