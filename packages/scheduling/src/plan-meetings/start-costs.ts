import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import type { OpenStarts } from "../propose-slots/open-starts.js";
import { priceAway, type LevelCosts } from "../propose-slots/rank-starts.js";
import { countPreferred, openBits, readValues } from "../propose-slots/read-values.js";

/** The open starts in order, and what the people who are away by their own calendars cost at each, by level (`undefined` = nothing anywhere). O(people · live words + starts). */
export function readStartCosts(
  compiled: CompiledProblem,
  meeting: CompiledMeeting,
  open: OpenStarts,
  levels: readonly LevelCosts[],
): { starts: Int32Array; away: (Int32Array | undefined)[] } {
  const values = readValues(meeting, open, openBits(open), countPreferred(compiled, meeting, open, levels));
  const away = levels.map((level) => {
    if (level.ofMissing + level.ofAbsent === 0) return undefined;
    const costs = values.starts.map((_, i) => priceAway(meeting, level, values, i));
    return costs.some((cost) => cost !== 0) ? costs : undefined;
  });
  return { starts: values.starts, away };
}
