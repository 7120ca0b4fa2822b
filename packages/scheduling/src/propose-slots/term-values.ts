import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { weekdayOf } from "../count-days/civil-date.js";
import type { Venue } from "../problem.js";

/** Seats by which a venue exceeds what is asked; 0 when either is unlimited. */
export function countWaste(seats: number | undefined, venue: Venue): number {
  return seats === undefined || venue.seats === undefined ? 0 : Math.max(0, venue.seats - seats);
}

/** Seats by which larger venues exceed this one, summed. */
export function countLargerRooms(venues: readonly Venue[], venue: Venue): number {
  let sum = 0;
  for (const other of venues) sum += Math.max(0, (other.seats ?? 0) - (venue.seats ?? 0));
  return sum;
}

/** 1 on a day on which people rest: an off day of the table, or a weekend not worked. */
export function countRestDay(compiled: CompiledProblem, grain: number): number {
  const day = compiled.grid.startDay + Math.floor(grain / compiled.grid.perDay);
  return (compiled.holidays.isOff.get(day) ?? weekdayOf(day) > 5) ? 1 : 0;
}
