import { hasBit, nextBit } from "../compile-calendars/bitset.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { GRAIN_MINUTES, grainMinutes } from "../compile-calendars/grid.js";
import { canStart, startsFor } from "../compile-calendars/rows.js";
import { findStretch, STRETCH_KINDS, stretchesAt } from "../compile-calendars/stretches.js";
import { visitCast, type CompiledMeeting, type Part } from "../compile-meeting/compile-meeting.js";
import type { GroupNeed } from "../compile-meeting/meeting-people.js";
import { momentText } from "../count-days/moment.js";
import { countBackNotice } from "../count-days/working-days.js";
import type { Absence, AbsenceReason, Proposal, RoleStanding } from "../proposal.js";
import type { ScorePart } from "../proposal.js";
import type { Score } from "../objective.js";

/** Moments are written out once: answers repeat a few thousand of them. */
export function writeMoment(compiled: CompiledProblem, minutes: number): string {
  const { texts, grid } = compiled;
  const quarter = minutes / GRAIN_MINUTES - grid.startDay * 96;
  return texts[quarter] ?? keepMoment(texts, quarter, momentText(minutes, grid.offset));
}

function keepMoment(texts: string[], quarter: number, text: string): string {
  if (quarter >= 0 && quarter < texts.length && Number.isInteger(quarter)) texts[quarter] = text;
  return text;
}

/** Why a person cannot be there in `[from, to)`, and until when. */
export function explainAbsence(compiled: CompiledProblem, row: number, part: Part, from: number, to: number): Absence {
  const { grid, people } = compiled;
  const person = people.ids[row]!;
  const stretches = stretchesAt(people.stretches, row);
  const n = findStretch(stretches, from, to);
  if (n >= 0) {
    const { lists, count } = stretches;
    return { person, part, reason: STRETCH_KINDS[lists[3 * count + n]!] as AbsenceReason, until: writeMoment(compiled, lists[4 * count + n]!) };
  }
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
  const table = startsFor(rows, length, role.rows);
  const who: string[] = [];
  for (const row of role.rows) if (canStart(table, row, start)) who.push(ids[row]!);
  return { id: role.id, need: role.need, have: who.length, who };
}

function freeVenues(compiled: CompiledProblem, length: number, venues: readonly number[], start: number): string[] {
  const table = startsFor(compiled.venues.rows, length, venues);
  return venues.filter((row) => canStart(table, row, start)).map((row) => compiled.venues.ids[row]!);
}

/** The last date for posting the notice of a meeting that starts at `start`, when it has a notice rule. */
export function findLatestPosting(compiled: CompiledProblem, meeting: CompiledMeeting, start: number): string | undefined {
  const { notice } = meeting.meeting;
  const day = compiled.grid.startDay + Math.floor(start / compiled.grid.perDay);
  return notice && writeMoment(compiled, countBackNotice(compiled.holidays, notice, day) * 1440).slice(0, 10);
}

/** Who is there and who is not, for each of a few slots. */
export interface Attendance {
  readonly present: string[];
  readonly absent: Absence[];
}

/** Looks up everyone at every slot, person by person so that each calendar is touched once. O(people named · slots). */
export function attendSlots(compiled: CompiledProblem, meeting: CompiledMeeting, starts: readonly number[]): Attendance[] {
  const { rows, ids } = compiled.people;
  const { length } = meeting;
  const found: Attendance[] = starts.map(() => ({ present: [], absent: [] }));
  visitCast(compiled, meeting, (group, part) => {
    const { bits, count } = startsFor(rows, length, group);
    for (let i = 0; i < group.length; i++) {
      const row = group[i]!;
      for (let s = 0; s < starts.length; s++) {
        const start = starts[s]!;
        if ((bits[(start >> 5) * count + row]! >>> (start & 31)) & 1) found[s]!.present.push(ids[row]!);
        else found[s]!.absent.push(explainAbsence(compiled, row, part, start, start + length));
      }
    }
  });
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
