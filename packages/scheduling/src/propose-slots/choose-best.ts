import { combinePlanes, takeLargest, type Planes } from "./count-planes.js";
import { isCounted, rankStarts, type Ranking, type RankView } from "./rank-starts.js";
import { openBits } from "./read-values.js";

const EXACT = 2 ** 53;
/** Starts ranked together for each one wanted: proposals lie apart, and neighbours tend to be as good. */
const BATCH = 3;

/** The costs of one level as small whole numbers in the same order. */
function rankCosts(costs: Float64Array): Float64Array {
  const sorted = [...new Set(costs)].sort((a, b) => a - b);
  const rankOf = new Map(sorted.map((cost, rank) => [cost, rank]));
  return costs.map((cost) => rankOf.get(cost)!);
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}

/** One number for all levels that orders as the levels do one after the other; exact, because it stays below 2⁵³ (ranks replace costs that would not). */
function buildKeys(ranking: Ranking): Float64Array {
  const levels = ranking.costs.filter((cost) => cost !== undefined);
  const ranges = levels.map((level) => largest(level) + 1);
  const isExact = ranges.reduce((product, range) => product * range, 1) < EXACT;
  const keys = new Float64Array(ranking.starts.length);
  for (const [l, level] of levels.entries()) {
    const part = isExact ? level : rankCosts(level);
    const range = isExact ? ranges[l]! : keys.length;
    for (let i = 0; i < keys.length; i++) keys[i] = keys[i]! * range + part[i]!;
  }
  return keys;
}

/** A chosen start: `at` is its place in a ranking. */
export interface Choice {
  readonly ranking: Ranking;
  readonly at: number;
}

/** Forbids every start nearer than `apart` grains to one that is chosen. */
function forbidAround(keys: Float64Array, starts: Int32Array, { ranking, at }: Choice, apart: number): void {
  const chosen = ranking.starts[at]!;
  for (let i = 0; i < starts.length; i++) if (Math.abs(starts[i]! - chosen) < apart) keys[i] = Infinity;
}

/** Adds the best starts of a ranking to those chosen before, as long as fewer than k are chosen. */
function chooseFrom(ranking: Ranking, k: number, apart: number, chosen: Choice[]): void {
  const keys = buildKeys(ranking);
  for (const choice of chosen) forbidAround(keys, ranking.starts, choice, apart);
  while (chosen.length < k) {
    let at = -1;
    for (let i = 0; i < keys.length; i++) if (keys[i]! < (at < 0 ? Infinity : keys[at]!)) at = i;
    if (at < 0) return;
    chosen.push({ ranking, at });
    forbidAround(keys, ranking.starts, { ranking, at }, apart);
  }
}

/** The count that alone decides the first level that counts anything, the larger the better; undefined when other terms have a say there. */
function findLead({ levels, meeting, open, preferred }: RankView): Planes | undefined {
  const first = levels.find(isCounted);
  if (!first || first.finishEarly > 0 || first.restDay > 0 || first.ofVenue) return undefined;
  const { ofMissing, ofAbsent } = first;
  const parts = open.quorums.map((planes, q) => ({ planes, times: ofAbsent, most: meeting.quorums[q]!.rows.length }));
  if (preferred) parts.push({ planes: preferred, times: ofMissing, most: meeting.weights.reduce((sum, weight) => sum + weight, 0) });
  const counted = parts.filter((part) => part.times > 0);
  const most = counted.reduce((sum, part) => sum + part.times * part.most, 0);
  if (counted.length === 1) return counted[0]!.planes;
  return most < 2 ** 31 ? combinePlanes(open.live, counted) : undefined;
}

/**
 * The best k starts, best first; two of them lie at least `apart` (≥ 1) grains apart. Ties go to the earlier start. Where one count decides the first level,
 * starts are ranked layer by layer of it, and those of layers that are not reached not at all. O(k · starts ranked).
 */
export function chooseBest(view: RankView, k: number, apart: number): Choice[] {
  const chosen: Choice[] = [];
  const rest = openBits(view.open);
  const lead = findLead(view);
  if (!lead) chooseFrom(rankStarts(view, rest), k, apart, chosen);
  while (lead && chosen.length < k) {
    const ranking = rankStarts(view, takeLargest(lead, rest, BATCH * k));
    if (ranking.starts.length === 0) break;
    chooseFrom(ranking, k, apart, chosen);
  }
  return chosen;
}
