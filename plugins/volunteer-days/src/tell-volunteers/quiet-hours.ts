import { addDays, addMinutes, dayOf, instantOf, timeOf } from "../tell-time/tell-time.js";

/** When people are not written to, as the community's wall clock: from "22:00" until "07:00". The same time twice: never quiet. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

const isQuiet = (time: string, { from, until }: QuietHours): boolean =>
  from < until ? time >= from && time < until : from > until && (time >= from || time < until);

/** The moment itself, or the end of the quiet hours it falls in. Instants in UTC. */
export function awakeAt(instant: string, quiet: QuietHours, zone: string): string {
  const time = timeOf(instant, zone);
  if (!isQuiet(time, quiet)) return instant;
  const day = dayOf(instant, zone);
  return instantOf(time < quiet.until ? day : addDays(day, 1), quiet.until, zone);
}

/** So many minutes later, those of quiet hours not counted. O(nights). */
export function addAwakeMinutes(instant: string, minutes: number, quiet: QuietHours, zone: string): string {
  const from = awakeAt(instant, quiet, zone);
  if (quiet.from === quiet.until) return addMinutes(from, minutes);
  const day = dayOf(from, zone);
  const sleeps = [day, addDays(day, 1)].map((on) => instantOf(on, quiet.from, zone)).find((at) => at > from)!;
  const left = (Date.parse(sleeps) - Date.parse(from)) / 60_000;
  return left >= minutes ? addMinutes(from, minutes) : addAwakeMinutes(sleeps, minutes - left, quiet, zone);
}
