import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { bufferGrains } from "../compile-calendars/fill-calendar.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { pinGrain } from "../compile-meeting/time-rules.js";
import { SchedulingError } from "../scheduling-error.js";

interface Pinned {
  readonly ready: CompiledMeeting;
  readonly start: number;
  readonly end: number;
  readonly room: number | undefined;
}

function readPin({ grid, venues }: CompiledProblem, ready: CompiledMeeting): Pinned {
  const { start: at, venue } = ready.meeting.pinned!;
  const start = pinGrain(grid, at, `${ready.meeting.id}.pinned`);
  return { ready, start, end: start + ready.length, room: venue === undefined ? undefined : venues.rowOf.get(venue) };
}

/** The night clears a room, so a buffer ends with the day. */
function collide({ grid, venues }: CompiledProblem, a: Pinned, b: Pinned): boolean {
  const gap = Math.max(a.start - b.end, b.start - a.end);
  if (gap < 0 && a.ready.required.some((row) => b.ready.required.includes(row))) return true;
  const isOneDay = Math.floor(a.start / grid.perDay) === Math.floor(b.start / grid.perDay);
  return a.room !== undefined && a.room === b.room && isOneDay && (gap < 0 || gap < bufferGrains(venues.all[a.room]!));
}

/** Throws `overlapping-pins` when two pinned meetings take the same room, its buffer included, or someone both require, at once. O(pins²). */
export function checkPins(compiled: CompiledProblem, meetings: readonly (CompiledMeeting | undefined)[]): void {
  const pinned = meetings.flatMap((ready) => (ready?.meeting.pinned ? [readPin(compiled, ready)] : []));
  for (const [i, a] of pinned.entries())
    for (const b of pinned.slice(i + 1))
      if (collide(compiled, a, b))
        throw new SchedulingError("overlapping-pins", a.ready.meeting.id, { other: b.ready.meeting.id, start: b.ready.meeting.pinned!.start });
}
