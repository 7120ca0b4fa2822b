import { hasBit, nextBit } from "../compile-calendars/bitset.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { endText, startText } from "../compile-calendars/grid.js";
import { erodedFor, startsOf } from "../compile-calendars/rows.js";
import { findStretch } from "../compile-calendars/stretches.js";
import { listCast, type CompiledMeeting, type Part } from "../compile-meeting/compile-meeting.js";
import type { GroupNeed } from "../compile-meeting/meeting-people.js";
import { dateText } from "../count-days/civil-date.js";
import { momentText } from "../count-days/moment.js";
import { countBackNotice } from "../count-days/working-days.js";
import type { Absence, AbsenceReason, Proposal, QuorumStanding, RoleStanding } from "../proposal.js";
import type { ScorePart } from "../proposal.js";
import type { Score } from "../objective.js";

/** Everything about one meeting that is the same for each of its slots. */
export interface CastView {
  readonly rows: readonly number[];
  readonly parts: readonly Part[];
  readonly ids: readonly string[];
}

export function viewCast(compiled: CompiledProblem, meeting: CompiledMeeting): CastView {
  const cast = listCast(compiled, meeting);
  return { ...cast, ids: cast.rows.map((row) => compiled.people.all[row]!.id) };
}

/** Why a person cannot be there in `[from, to)`, and until when. */
export function explainAbsence(compiled: CompiledProblem, row: number, part: Part, from: number, to: number): Absence {
  const { grid, people } = compiled;
  const person = people.all[row]!.id;
  const stretch = findStretch(people.stretches[row]!, from, to);
  if (stretch) return { person, part, reason: stretch.kind as AbsenceReason, until: momentText(stretch.until, grid.offset) };
  let closed = from;
  while (hasBit(people.hours[row]!, 0, closed)) closed++;
  const open = nextBit(people.hours[row]!, 0, closed, grid.size);
  return { person, part, reason: "off-hours", ...(open < grid.size ? { until: startText(grid, open) } : {}) };
}

function countFree(bits: Int32Array, words: number, group: GroupNeed, start: number): number {
  let have = 0;
  for (let i = 0; i < group.rows.length; i++) have += (bits[group.rows[i]! * words + (start >> 5)]! >>> (start & 31)) & 1;
  return have;
}

function standQuorum(bits: Int32Array, words: number, quorum: GroupNeed, start: number): QuorumStanding {
  const have = countFree(bits, words, quorum, start);
  return { id: quorum.id, need: quorum.need, have, of: quorum.rows.length, margin: have - quorum.need };
}

function standRole(compiled: CompiledProblem, bits: Int32Array, role: GroupNeed, start: number): RoleStanding {
  const who: string[] = [];
  for (const row of role.rows) if (hasBit(bits, row * compiled.grid.words, start)) who.push(compiled.people.all[row]!.id);
  return { id: role.id, need: role.need, have: who.length, who };
}

function freeVenues(compiled: CompiledProblem, length: number, venues: readonly number[], start: number): string[] {
  const { rows, all } = compiled.venues;
  const eroded = erodedFor(rows, length);
  return venues.filter((row) => hasBit(eroded.starts, startsOf(rows, eroded, length, row), start)).map((row) => all[row]!.id);
}

/** The last date for posting the notice of a meeting that starts at `start`, when it has a notice rule. */
export function findLatestPosting(compiled: CompiledProblem, meeting: CompiledMeeting, start: number): string | undefined {
  const { notice } = meeting.meeting;
  const day = compiled.grid.startDay + Math.floor(start / compiled.grid.perDay);
  return notice && dateText(countBackNotice(compiled.holidays, notice, day));
}

/** A slot with everything a person needs to judge it. O(people named). `venues` are the rows that fit, best first. */
export function explainSlot(
  compiled: CompiledProblem,
  meeting: CompiledMeeting,
  cast: CastView,
  slot: { start: number; venues: readonly number[]; score: Score; parts: readonly ScorePart[] },
): Proposal {
  const { grid } = compiled;
  const { length } = meeting;
  const { start } = slot;
  const bits = erodedFor(compiled.people.rows, length).starts;
  const present: string[] = [];
  const absent: Absence[] = [];
  for (let i = 0; i < cast.rows.length; i++) {
    const row = cast.rows[i]!;
    if ((bits[row * grid.words + (start >> 5)]! >>> (start & 31)) & 1) present.push(cast.ids[i]!);
    else absent.push(explainAbsence(compiled, row, cast.parts[i]!, start, start + length));
  }
  const [venue, ...otherVenues] = freeVenues(compiled, length, slot.venues, start);
  const latestPosting = findLatestPosting(compiled, meeting, start);
  return {
    meeting: meeting.meeting.id,
    start: startText(grid, start),
    end: endText(grid, start, length),
    ...(venue === undefined ? {} : { venue }),
    otherVenues,
    score: slot.score,
    parts: slot.parts,
    present,
    absent,
    quorums: meeting.quorums.map((quorum) => standQuorum(bits, grid.words, quorum, start)),
    roles: meeting.roles.map((role) => standRole(compiled, bits, role, start)),
    ...(latestPosting === undefined ? {} : { latestPosting }),
  };
}

/** Brings the starts of everyone named up to date, so that `explainSlot` can read their bits. */
export function refreshCast(compiled: CompiledProblem, meeting: CompiledMeeting, cast: CastView): void {
  const eroded = erodedFor(compiled.people.rows, meeting.length);
  for (const row of cast.rows) startsOf(compiled.people.rows, eroded, meeting.length, row);
}

