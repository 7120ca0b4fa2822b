import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { Meeting, Venue } from "../problem.js";
import { SchedulingError } from "../scheduling-error.js";

/** What can rule a venue out at every hour. */
export type VenueRuleKind = "seats" | "equipment" | "sites" | "venues";

/** The standing rules that a venue breaks for a meeting; none = it fits whenever it is free. */
export function listUnfit(meeting: Meeting, venue: Venue): VenueRuleKind[] {
  const unfit: VenueRuleKind[] = [];
  if (meeting.seats !== undefined && venue.seats !== undefined && venue.seats < meeting.seats) unfit.push("seats");
  if (meeting.equipment?.some((item) => !venue.equipment?.includes(item))) unfit.push("equipment");
  if (meeting.sites && !(venue.site !== undefined && meeting.sites.includes(venue.site))) unfit.push("sites");
  const only = meeting.pinned?.venue !== undefined ? [meeting.pinned.venue] : meeting.venues;
  if (only && !only.includes(venue.id)) unfit.push("venues");
  return unfit;
}

/** A meeting needs a venue unless it says otherwise or the problem has none at all. */
export function needsVenue(compiled: CompiledProblem, meeting: Meeting): boolean {
  return meeting.noVenue !== true && compiled.venues.all.length > 0;
}

/** Throws `unknown-venue` when the meeting names a venue that does not exist. */
export function checkVenues(compiled: CompiledProblem, meeting: Meeting): void {
  const named = [...(meeting.venues ?? []), ...(meeting.pinned?.venue !== undefined ? [meeting.pinned.venue] : [])];
  for (const id of named) if (!compiled.venues.rowOf.has(id)) throw new SchedulingError("unknown-venue", id, { in: meeting.id });
}
