import { combinePlanes, takeLargest, type Planes } from "./count-planes.js";
import { isCounted, rankStarts, type Ranking, type RankView } from "./rank-starts.js";
import { openBits } from "./read-values.js";

/** Starts ranked together for each one wanted: proposals lie apart, and neighbours tend to be as good. */
const BATCH = 3;

/** A chosen start: `at` is its place in a ranking. */
export interface Choice {
  readonly ranking: Ranking;
  readonly at: number;
}

/** Rules out every start nearer than `apart` grains to one that is chosen. */
function ruleOut(isOut: Uint8Array, starts: Int32Array, { ranking, at }: Choice, apart: number): void {
  const chosen = ranking.starts[at]!;
  for (let i = 0; i < starts.length; i++) if (Math.abs(starts[i]! - chosen) < apart) isOut[i] = 1;
}

/** Whether a start is better than another: the levels one after the other. */
function isBetter(costs: readonly Float64Array[], a: number, b: number): boolean {
  for (const cost of costs) if (cost[a] !== cost[b]) return cost[a]! < cost[b]!;
  return false;
}

/** Adds the best starts of a ranking to those chosen before, as long as fewer than k are chosen. */
function chooseFrom(ranking: Ranking, k: number, apart: number, chosen: Choice[]): void {
  const { starts } = ranking;
  const costs = ranking.costs.filter((cost) => cost !== undefined);
  const isOut = new Uint8Array(starts.length);
  for (const choice of chosen) ruleOut(isOut, starts, choice, apart);
  while (chosen.length < k) {
    let at = -1;
    for (let i = 0; i < starts.length; i++) if (isOut[i] === 0 && (at < 0 || isBetter(costs, i, at))) at = i;
    if (at < 0) return;
    chosen.push({ ranking, at });
    ruleOut(isOut, starts, { ranking, at }, apart);
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
