import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { hasBit } from "../compile-calendars/bitset.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";

/** One byte a grain for everyone: 1 = free. What a planner without bitsets would hold. */
export interface ByteCalendars {
  readonly people: readonly Uint8Array[];
  readonly venues: readonly Uint8Array[];
}

function readBytes(free: Int32Array, words: number, rows: number, size: number): Uint8Array[] {
  return Array.from({ length: rows }, (_, row) => Uint8Array.from({ length: size }, (_, grain) => (hasBit(free, row * words, grain) ? 1 : 0)));
}

export function makeByteCalendars(compiled: CompiledProblem): ByteCalendars {
  const { people, venues, grid } = compiled;
  return {
    people: readBytes(people.rows.free, grid.words, people.all.length, grid.size),
    venues: readBytes(venues.rows.free, grid.words, venues.all.length, grid.size),
  };
}

function isFree(bytes: Uint8Array, start: number, length: number): boolean {
  for (let g = start; g < start + length; g++) if (bytes[g] === 0) return false;
  return true;
}

function isOpen(calendars: ByteCalendars, meeting: CompiledMeeting, start: number): boolean {
  const { length } = meeting;
  const free = (row: number): boolean => isFree(calendars.people[row]!, start, length);
  if (!meeting.timeRules.every((rule) => hasBit(rule.starts, 0, start))) return false;
  if (!meeting.required.every(free)) return false;
  if (meeting.needsVenue && !meeting.venues.some((row) => isFree(calendars.venues[row]!, start, length))) return false;
  if (!meeting.roles.every((role) => role.rows.filter(free).length >= role.need)) return false;
  return meeting.quorums.every((quorum) => quorum.rows.filter(free).length >= quorum.need);
}

/** Every open start with the number of people there, grain by grain and person by person; the naive scan that the goals compare with. */
export function scanNaively(calendars: ByteCalendars, meeting: CompiledMeeting, size: number): { start: number; there: number }[] {
  const found: { start: number; there: number }[] = [];
  const named = [...new Set([...meeting.required, ...meeting.quorums.flatMap((quorum) => [...quorum.rows]), ...meeting.preferred])];
  for (let start = 0; start < size; start++) {
    if (!hasBit(meeting.dayStarts, 0, start)) continue;
    let there = 0;
    for (const row of named) if (isFree(calendars.people[row]!, start, meeting.length)) there++;
    if (isOpen(calendars, meeting, start)) found.push({ start, there });
  }
  return found;
}
