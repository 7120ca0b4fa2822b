import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { readStarts } from "../compile-calendars/rows.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import type { GroupNeed } from "../compile-meeting/meeting-people.js";
import { listUnfit, type VenueRuleKind } from "../compile-meeting/venue-fit.js";
import type { RuleKind } from "../proposal.js";
import { atLeast, countStarts } from "../propose-slots/count-planes.js";

/** A rule that closes starts, whatever the venue. */
export interface StartRule {
  readonly kind: RuleKind;
  readonly id: string | undefined;
  readonly starts: Int32Array;
}

/** A venue: the rules it breaks at all hours (bit mask of rule numbers), and when it is free. Without venues there is one, always free. */
export interface VenueChoice {
  readonly row: number;
  readonly unfit: readonly number[];
  readonly free: Int32Array;
}

/** All rules of a meeting, numbered: the start rules first, then the venue rules in use, then `venueFree`. */
export interface SlotRules {
  readonly base: Int32Array;
  readonly starts: readonly StartRule[];
  readonly venueKinds: readonly VenueRuleKind[];
  readonly venues: readonly VenueChoice[];
  /** Number of the rule "the venue is free". */
  readonly venueFree: number;
  readonly count: number;
}

const VENUE_KINDS: readonly VenueRuleKind[] = ["seats", "equipment", "sites", "venues"];

function groupStarts(compiled: CompiledProblem, length: number, group: GroupNeed): Int32Array {
  const { words } = compiled.grid;
  const live = Int32Array.from({ length: words }, (_, i) => i);
  const planes = countStarts(compiled.people.rows, length, group.rows, live);
  return live.map((_, i) => atLeast(planes, i, group.need));
}

function listStartRules(compiled: CompiledProblem, meeting: CompiledMeeting): StartRule[] {
  const { length } = meeting;
  const { rows, all } = compiled.people;
  const person = (row: number): StartRule => ({ kind: "person", id: all[row]!.id, starts: readStarts(rows, length, row) });
  return [
    ...meeting.timeRules.map((rule) => ({ kind: rule.kind, id: rule.id, starts: rule.starts })),
    ...[...meeting.required].map(person),
    ...meeting.roles.map((role) => ({ kind: "role" as const, id: role.id, starts: groupStarts(compiled, length, role) })),
    ...meeting.quorums.map((quorum) => ({ kind: "quorum" as const, id: quorum.id, starts: groupStarts(compiled, length, quorum) })),
  ];
}

function listVenues(compiled: CompiledProblem, meeting: CompiledMeeting, firstNumber: number): VenueChoice[] {
  const { rows, all } = compiled.venues;
  if (!meeting.needsVenue) return [{ row: -1, unfit: [], free: new Int32Array(compiled.grid.words).fill(-1) }];
  return all.map((venue, row) => {
    const unfit = listUnfit(meeting.meeting, venue).map((kind) => firstNumber + VENUE_KINDS.indexOf(kind));
    return { row, unfit, free: readStarts(rows, meeting.length, row) };
  });
}

/** Lists the rules of a meeting with what each closes. O(people named · words + venues · words). */
export function listSlotRules(compiled: CompiledProblem, meeting: CompiledMeeting): SlotRules {
  const starts = listStartRules(compiled, meeting);
  const venueFree = starts.length + VENUE_KINDS.length;
  const venues = listVenues(compiled, meeting, starts.length);
  return { base: meeting.dayStarts, starts, venueKinds: VENUE_KINDS, venues, venueFree, count: venueFree + 1 };
}
