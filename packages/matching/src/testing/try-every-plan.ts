import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/** Places given so far, who is busy at which time, and the cost. */
interface State {
  readonly counts: readonly number[];
  readonly busy: readonly string[];
  readonly cost: number;
}

/**
 * The oracle: the least cost over every set of pairs that keeps all counts, or undefined if there is none. Goes through rows, and for each through
 * all subsets of its pairs; counts per column and busy times are the memo. Exponential; for at most 6 × 6.
 */
export function tryEveryPlan(problem: PairingProblem): number | undefined {
  let states = new Map<string, State>([["", { counts: new Array<number>(problem.columns).fill(0), busy: [], cost: 0 }]]);
  for (let i = 0; i < problem.rows; i++) {
    const next = new Map<string, State>();
    for (const subset of subsetsOfRow(problem, i)) for (const state of states.values()) extend(problem, state, i, subset, next);
    states = next;
  }
  let best: number | undefined;
  for (const { counts, cost } of states.values()) {
    if (counts.some((n, j) => n < problem.columnMin[j]!)) continue;
    const total = cost + stepCost(problem, counts);
    if (best === undefined || total < best) best = total;
  }
  return best;
}

function subsetsOfRow({ start, rowMin, rowMax }: PairingProblem, i: number): number[][] {
  const edges = Array.from({ length: start[i + 1]! - start[i]! }, (_, k) => start[i]! + k);
  const all = Array.from({ length: 2 ** edges.length }, (_, mask) => edges.filter((_e, k) => (mask >> k) & 1));
  return all.filter((subset) => subset.length >= rowMin[i]! && subset.length <= rowMax[i]!);
}

function extend(problem: PairingProblem, from: State, i: number, subset: readonly number[], into: Map<string, State>): void {
  const counts = [...from.counts];
  const time = problem.together?.[i] ?? -1;
  const own = time < 0 ? [] : subset.map((e) => `${problem.column[e]!}@${time}`);
  let cost = from.cost;
  for (const e of subset) {
    counts[problem.column[e]!]! += 1;
    cost += problem.cost[e]!;
  }
  if (counts.some((n, j) => n > problem.columnMax[j]!) || own.some((one) => from.busy.includes(one))) return;
  const busy = [...from.busy, ...own].sort();
  const key = [...counts, ...busy].join();
  const known = into.get(key);
  if (known === undefined || cost < known.cost) into.set(key, { counts, busy, cost });
}

/** What the filled places of all columns cost. */
export function stepCost({ step, columnMax }: PairingProblem, counts: readonly number[]): number {
  let sum = 0;
  let at = 0;
  counts.forEach((n, j) => {
    for (let k = 0; k < n; k++) sum += step?.[at + k] ?? 0;
    at += columnMax[j]!;
  });
  return sum;
}
