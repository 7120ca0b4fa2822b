import { hasBit, nextBit } from "../compile-calendars/bitset.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { GRAIN_MINUTES, grainMinutes } from "../compile-calendars/grid.js";
import { erodedFor, startsOf } from "../compile-calendars/rows.js";
import { findStretch, STRETCH_KINDS } from "../compile-calendars/stretches.js";
import { listCast, type CompiledMeeting, type Part } from "../compile-meeting/compile-meeting.js";
import type { GroupNeed } from "../compile-meeting/meeting-people.js";
import { dateText } from "../count-days/civil-date.js";
import { momentText } from "../count-days/moment.js";
import { countBackNotice } from "../count-days/working-days.js";
import type { Absence, AbsenceReason, Proposal, RoleStanding } from "../proposal.js";
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
  return { ...cast, ids: cast.rows.map((row) => compiled.people.ids[row]!) };
}

function writeMoment(compiled: CompiledProblem, minutes: number): string {
  const known = compiled.texts.get(minutes);
  if (known !== undefined) return known;
  const text = momentText(minutes, compiled.grid.offset);
  compiled.texts.set(minutes, text);
  return text;
}

/** Why a person cannot be there in `[from, to)`, and until when. */
export function explainAbsence(compiled: CompiledProblem, row: number, part: Part, from: number, to: number): Absence {
  const { grid, people } = compiled;
  const person = people.ids[row]!;
  const stretches = people.stretches[row]!;
  const at = findStretch(stretches, from, to);
  if (at >= 0) return { person, part, reason: STRETCH_KINDS[stretches[at + 3]!] as AbsenceReason, until: writeMoment(compiled, stretches[at + 2]!) };
  const hours = people.hours[row]!;
  let closed = from;
  while (hasBit(hours, 0, closed)) closed++;
  const open = nextBit(hours, 0, closed, grid.size);
  return open < grid.size
    ? { person, part, reason: "off-hours", until: writeMoment(compiled, grainMinutes(grid, open)) }
    : { person, part, reason: "off-hours" };
}

function standRole(compiled: CompiledProblem, length: number, role: GroupNeed, start: number): RoleStanding {
  const { rows, ids } = compiled.people;
  const eroded = erodedFor(rows, length);
  const who: string[] = [];
  for (const row of role.rows) if (hasBit(eroded.starts, startsOf(rows, eroded, length, row), start)) who.push(ids[row]!);
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

/** Who is there and who is not, for each of a few slots. */
export interface Attendance {
  readonly present: string[];
  readonly absent: Absence[];
}

/** Looks up everyone at every slot, person by person so that each calendar is touched once. O(people named · slots). */
export function attendSlots(compiled: CompiledProblem, length: number, cast: CastView, starts: readonly number[]): Attendance[] {
  const { rows } = compiled.people;
  const eroded = erodedFor(rows, length);
  const bits = eroded.starts;
  const found: Attendance[] = starts.map(() => ({ present: [], absent: [] }));
  for (let i = 0; i < cast.rows.length; i++) {
    const row = cast.rows[i]!;
    const offset = startsOf(rows, eroded, length, row);
    const id = cast.ids[i]!;
    for (let s = 0; s < starts.length; s++) {
      const start = starts[s]!;
      if ((bits[offset + (start >> 5)]! >>> (start & 31)) & 1) found[s]!.present.push(id);
      else found[s]!.absent.push(explainAbsence(compiled, row, cast.parts[i]!, start, start + length));
    }
  }
  return found;
}

/** A slot before it is explained: `venues` are the rows that fit, best first, `have` how many of each quorum are there. */
export interface RankedSlot extends Attendance {
  readonly start: number;
  readonly venues: readonly number[];
  readonly score: Score;
  readonly parts: readonly ScorePart[];
  readonly have: readonly number[];
}

/** A slot with everything a person needs to judge it. O(venues + holders of roles). */
export function explainSlot(compiled: CompiledProblem, meeting: CompiledMeeting, slot: RankedSlot): Proposal {
  const { grid } = compiled;
  const { length } = meeting;
  const { start } = slot;
  const [venue, ...otherVenues] = freeVenues(compiled, length, slot.venues, start);
  const latestPosting = findLatestPosting(compiled, meeting, start);
  return {
    meeting: meeting.meeting.id,
    start: writeMoment(compiled, grainMinutes(grid, start)),
    end: writeMoment(compiled, grainMinutes(grid, start) + length * GRAIN_MINUTES),
    ...(venue === undefined ? {} : { venue }),
    otherVenues,
    score: slot.score,
    parts: slot.parts,
    present: slot.present,
    absent: slot.absent,
    quorums: meeting.quorums.map(({ id, need, rows }, q) => ({ id, need, have: slot.have[q]!, of: rows.length, margin: slot.have[q]! - need })),
    roles: meeting.roles.map((role) => standRole(compiled, length, role, start)),
    ...(latestPosting === undefined ? {} : { latestPosting }),
  };
}
