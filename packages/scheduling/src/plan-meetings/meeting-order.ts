import { MOST_MINUTES } from "../count-days/read-horizon.js";
import type { Meeting } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";

/** "After that meeting": for each meeting those before and after it, with the minutes that must lie between end and start. */
export interface Orders {
  readonly before: readonly (readonly Link[])[];
  readonly after: readonly (readonly Link[])[];
}

export interface Link {
  readonly meeting: number;
  readonly gap: number;
}

function checkCircles(before: readonly (readonly Link[])[], meetings: readonly (Meeting | undefined)[]): void {
  const state = new Uint8Array(meetings.length);
  const visit = (m: number): void => {
    if (state[m] === 2) return;
    if (state[m] === 1) throw new SchedulingError("circular-after", meetings[m]!.id);
    state[m] = 1;
    for (const link of before[m]!) visit(link.meeting);
    state[m] = 2;
  };
  for (let m = 0; m < meetings.length; m++) visit(m);
}

/** Numbers by id; a series by its own id as well. */
function indexMeetings(meetings: readonly (Meeting | undefined)[], given: readonly Meeting[]): Map<string, number[]> {
  const isSeries = new Set(given.filter((meeting) => meeting.series).map((meeting) => meeting.id));
  const index = new Map<string, number[]>();
  for (const [m, meeting] of meetings.entries()) {
    if (!meeting) continue;
    index.set(meeting.id, [m]);
    const series = meeting.id.slice(0, Math.max(0, meeting.id.lastIndexOf("/")));
    if (isSeries.has(series)) index.set(series, [...(index.get(series) ?? []), m]);
  }
  return index;
}

/** The meetings that stand, `after` naming only such: a series by its occurrences, and nothing that has been cancelled. O(n + links). */
export function linkStanding(meetings: readonly (Meeting | undefined)[], given: readonly Meeting[]): Meeting[] {
  const index = indexMeetings(meetings, given);
  const linked = ({ after = [], ...meeting }: Meeting): Meeting => ({
    ...meeting,
    after: after.flatMap((link) => (index.get(link.meeting) ?? []).map((m) => ({ ...link, meeting: meetings[m]!.id }))),
  });
  return meetings.flatMap((meeting) => (meeting ? [meeting.after ? linked(meeting) : meeting] : []));
}

/** Resolves `after`; naming a series means each of its meetings. Errors: `circular-after`, `bad-number`. */
export function listOrders(meetings: readonly (Meeting | undefined)[], given: readonly Meeting[]): Orders {
  const before: Link[][] = meetings.map(() => []);
  const after: Link[][] = meetings.map(() => []);
  const index = indexMeetings(meetings, given);
  for (const [m, meeting] of meetings.entries())
    for (const { meeting: id, gapMinutes = 0 } of meeting?.after ?? []) {
      checkWhole(gapMinutes, 0, MOST_MINUTES, `${meeting!.id}.after.${id}`);
      for (const other of index.get(id) ?? []) {
        before[m]!.push({ meeting: other, gap: gapMinutes });
        after[other]!.push({ meeting: m, gap: gapMinutes });
      }
    }
  checkCircles(before, meetings);
  return { before, after };
}
