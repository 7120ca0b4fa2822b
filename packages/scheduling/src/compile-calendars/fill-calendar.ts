import type { Person, Venue } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";
import { fillBits } from "./bitset.js";
import type { CompiledProblem } from "./compile-problem.js";
import type { Grid } from "./grid.js";
import { lookUpHours } from "./hours.js";
import { touchRow, type Rows } from "./rows.js";
import { readStretches, STRETCH_WIDTH, type StretchList } from "./stretches.js";

function clearStretches(rows: Rows, row: number, stretches: StretchList): void {
  const offset = row * rows.words;
  for (let i = 0; i < stretches.length; i += STRETCH_WIDTH) fillBits(rows.free, offset, stretches[i]!, stretches[i + 1]!, false);
}

/** Clears `[from, to)` of a venue and the buffer on both sides; the night clears a room, so a buffer ends with the day. */
export function clearBooking(rows: Rows, row: number, grid: Grid, from: number, to: number, buffer: number): void {
  const dayStart = from - (from % grid.perDay);
  const dayEnd = to - 1 - ((to - 1) % grid.perDay) + grid.perDay;
  fillBits(rows.free, row * rows.words, Math.max(dayStart, from - buffer), Math.min(dayEnd, to + buffer), false);
}

/** A calendar that has been read and can be written: the row it belongs to, its hours, and what is taken, bookings before closures. */
interface ReadCalendar {
  readonly row: number;
  readonly hours: Int32Array;
  readonly stretches: StretchList;
}

/** Reads a person's calendar; nothing is changed. Errors: `unknown-person`, `bad-moment`, `bad-interval`, `bad-time`, naming the person. */
export function readPerson({ grid, people, book, holidays }: CompiledProblem, person: Person): ReadCalendar {
  const row = people.rowOf.get(person.id);
  if (row === undefined) throw new SchedulingError("unknown-person", person.id);
  const stretches: StretchList = [];
  readStretches(stretches, grid, person.leave, "leave", person.id);
  readStretches(stretches, grid, person.busy, "busy", person.id);
  readStretches(stretches, grid, person.tentative, "tentative", person.id);
  return { row, hours: lookUpHours(book, grid, holidays, person.hours, `${person.id}.hours`), stretches };
}

/** Writes a person's calendar into their row. Errors: those of `readPerson`; then nothing is changed. */
export function fillPerson(compiled: CompiledProblem, person: Person): void {
  const { grid, people } = compiled;
  const { row, hours, stretches } = readPerson(compiled, person);
  people.all[row] = person;
  people.hours[row] = hours;
  people.stretches[row] = stretches;
  people.rows.free.set(people.hours[row], row * grid.words);
  clearStretches(people.rows, row, stretches);
  touchRow(people.rows, row);
}

export const MOST_SEATS = 1_000_000;

/** Grains that must lie between two bookings of a venue. */
export function bufferGrains(venue: Venue): number {
  return Math.ceil((venue.bufferMinutes ?? 0) / 15);
}

/** Reads a venue's calendar; nothing is changed. Errors as `readPerson`, `unknown-venue` and `bad-number`. */
export function readVenue({ grid, venues, book, holidays }: CompiledProblem, venue: Venue): ReadCalendar & { readonly bookings: number } {
  const row = venues.rowOf.get(venue.id);
  if (row === undefined) throw new SchedulingError("unknown-venue", venue.id);
  checkWhole(venue.seats ?? 0, 0, MOST_SEATS, `${venue.id}.seats`);
  checkWhole(venue.bufferMinutes ?? 0, 0, 1440, `${venue.id}.bufferMinutes`);
  const stretches: StretchList = [];
  readStretches(stretches, grid, venue.busy, "busy", venue.id);
  const bookings = stretches.length;
  readStretches(stretches, grid, venue.closures, "closure", venue.id);
  return { row, hours: lookUpHours(book, grid, holidays, venue.hours, `${venue.id}.hours`), stretches, bookings };
}

/** Writes a venue's calendar into its row. Errors: those of `readVenue`; then nothing is changed. */
export function fillVenue(compiled: CompiledProblem, venue: Venue): void {
  const { grid, venues } = compiled;
  const { row, hours, stretches, bookings } = readVenue(compiled, venue);
  venues.all[row] = venue;
  venues.hours[row] = hours;
  venues.rows.free.set(venues.hours[row], row * grid.words);
  for (let i = 0; i < bookings; i += STRETCH_WIDTH) clearBooking(venues.rows, row, grid, stretches[i]!, stretches[i + 1]!, bufferGrains(venue));
  venues.stretches[row] = stretches;
  clearStretches(venues.rows, row, stretches);
  touchRow(venues.rows, row);
}
