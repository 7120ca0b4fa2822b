import type { Ranking } from "./rank-starts.js";

const EXACT = 2 ** 53;

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
function buildKeys(levels: readonly Float64Array[], count: number): Float64Array {
  const ranges = levels.map((level) => largest(level) + 1);
  const isExact = ranges.reduce((product, range) => product * range, 1) < EXACT;
  const parts = isExact ? levels : levels.map(rankCosts);
  const keys = new Float64Array(count);
  for (const [l, part] of parts.entries()) {
    const range = isExact ? ranges[l]! : count;
    for (let i = 0; i < count; i++) keys[i] = keys[i]! * range + part[i]!;
  }
  return keys;
}

/** Forbids every start nearer than `apart` grains to the chosen one; starts are in order, so these are its neighbours. */
function forbidAround(keys: Float64Array, starts: Int32Array, chosen: number, apart: number): void {
  const at = starts[chosen]!;
  for (let i = chosen; i >= 0 && at - starts[i]! < apart; i--) keys[i] = Infinity;
  for (let i = chosen; i < starts.length && starts[i]! - at < apart; i++) keys[i] = Infinity;
}

/** Positions of the best k starts, best first; two chosen starts lie at least `apart` (≥ 1) grains apart. Ties go to the earlier start. O(k · starts). */
export function chooseBest(ranking: Ranking, k: number, apart: number): number[] {
  const levels = ranking.costs.filter((cost) => cost !== undefined);
  const keys = buildKeys(levels, ranking.count);
  const chosen: number[] = [];
  while (chosen.length < k) {
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < keys.length; i++)
      if (keys[i]! < least) {
        least = keys[i]!;
        best = i;
      }
    if (best < 0) break;
    chosen.push(best);
    forbidAround(keys, ranking.starts, best, apart);
  }
  return chosen;
}
