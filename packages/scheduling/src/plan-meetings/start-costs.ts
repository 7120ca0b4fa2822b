import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import type { Level } from "../problem.js";
import type { OpenStarts } from "../propose-slots/open-starts.js";
import { countPreferred, openBits, readValues, type StartValues } from "../propose-slots/read-values.js";

function costsAt(compiled: CompiledProblem, meeting: CompiledMeeting, values: StartValues, level: Level): Int32Array | undefined {
  const { preferredAbsent, quorumMargin } = compiled.weights[level];
  const ofMissing = values.missing.length > 0 ? preferredAbsent * meeting.length : 0;
  const ofAbsent = meeting.quorums.length > 0 ? quorumMargin : 0;
  if (ofMissing === 0 && ofAbsent === 0) return undefined;
  const costs = new Int32Array(values.starts.length);
  for (let i = 0; i < costs.length; i++) {
    if (ofMissing > 0) costs[i]! += ofMissing * values.missing[i]!;
    for (const [q, have] of values.have.entries()) costs[i]! += ofAbsent * (meeting.quorums[q]!.rows.length - have[i]!);
  }
  return costs.some((cost) => cost !== 0) ? costs : undefined;
}

/** The open starts in order, and what the people who are away by their own calendars cost at each open start. O(people · live words + starts). */
export function readStartCosts(
  compiled: CompiledProblem,
  meeting: CompiledMeeting,
  open: OpenStarts,
): { starts: Int32Array; medium: Int32Array | undefined; soft: Int32Array | undefined } {
  const values = readValues(meeting, open, openBits(open), countPreferred(compiled, meeting, open));
  return { starts: values.starts, medium: costsAt(compiled, meeting, values, "medium"), soft: costsAt(compiled, meeting, values, "soft") };
}
