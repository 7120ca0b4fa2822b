import type { Venue } from "../problem.js";
import { checkWhole } from "../scheduling-error.js";
import { fillBits } from "./bitset.js";
import type { CompiledProblem } from "./compile-problem.js";
import type { Grid } from "./grid.js";
import { lookUpHours } from "./hours.js";
import { touchRow, type Rows } from "./rows.js";
import { orderStretches, readStretches, STRETCH_WIDTH, type StretchList } from "./stretches.js";

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

/** Writes a person's calendar into their row. Errors: `bad-moment`, `bad-interval`, `bad-time`, naming the person. */
export function fillPerson(compiled: CompiledProblem, row: number): void {
  const { grid, people } = compiled;
  const person = people.all[row]!;
  const stretches: StretchList = [];
  readStretches(stretches, grid, person.leave, "leave", person.id);
  readStretches(stretches, grid, person.busy, "busy", person.id);
  readStretches(stretches, grid, person.tentative, "tentative", person.id);
  people.hours[row] = lookUpHours(compiled.book, grid, compiled.holidays, person.hours, `${person.id}.hours`);
  people.stretches[row] = orderStretches(stretches);
  people.rows.free.set(people.hours[row], row * grid.words);
  clearStretches(people.rows, row, stretches);
  touchRow(people.rows, row);
}

export const MOST_SEATS = 1_000_000;

/** Grains that must lie between two bookings of a venue. */
export function bufferGrains(venue: Venue): number {
  return Math.ceil((venue.bufferMinutes ?? 0) / 15);
}

/** Writes a venue's calendar into its row. Errors as `fillPerson`, and `bad-number`. */
export function fillVenue(compiled: CompiledProblem, row: number): void {
  const { grid, venues } = compiled;
  const venue = venues.all[row]!;
  checkWhole(venue.seats ?? 0, 0, MOST_SEATS, `${venue.id}.seats`);
  checkWhole(venue.bufferMinutes ?? 0, 0, 1440, `${venue.id}.bufferMinutes`);
  const stretches: StretchList = [];
  readStretches(stretches, grid, venue.busy, "busy", venue.id);
  const bookings = stretches.length;
  readStretches(stretches, grid, venue.closures, "closure", venue.id);
  venues.hours[row] = lookUpHours(compiled.book, grid, compiled.holidays, venue.hours, `${venue.id}.hours`);
  venues.rows.free.set(venues.hours[row], row * grid.words);
  for (let i = 0; i < bookings; i += STRETCH_WIDTH) clearBooking(venues.rows, row, grid, stretches[i]!, stretches[i + 1]!, bufferGrains(venue));
  venues.stretches[row] = orderStretches(stretches);
  clearStretches(venues.rows, row, stretches);
  touchRow(venues.rows, row);
}
