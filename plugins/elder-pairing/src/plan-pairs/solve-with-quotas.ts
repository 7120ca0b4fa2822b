import type { PairingProblem } from "@lianxin/matching/integers";
import { solveNetwork, verifyNetwork, type NetworkProblem } from "@lianxin/matching/network";
import type { CompiledSide } from "./compile-side.js";
import { rowsOfEdges } from "./edges.js";
import { priceMoves } from "./price-moves.js";
import type { PairFacts } from "./pair-facts.js";

/** A solved side before it is put into words. */
export interface Solved {
  readonly chosen: Int32Array;
  /** The cheapest plan without a price on changes. */
  readonly best: Int32Array;
  readonly isCertified: boolean;
  readonly moves: number;
  readonly dropped: number;
  readonly givenUp: number;
}
type Quotas = PairFacts["quotas"];

function countUnits({ problem, cadres }: CompiledSide, chosen: Int32Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const e of chosen) {
    const unit = cadres[problem.column[e]!]?.unit;
    if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

/** Elders → cadres (a path for each place, dearer each time) → units with what they take at most → all that is asked for. */
function drawNetwork({ cadres }: CompiledSide, problem: PairingProblem, quotas: Quotas): NetworkProblem {
  const { rows, columns } = problem;
  const units = [...new Set(cadres.map(({ unit }) => unit))];
  const most = new Map(quotas.map((quota) => [quota.unit, quota.most]));
  const unitNode = new Map(units.map((unit, k) => [unit, rows + columns + k]));
  const sink = rows + columns + units.length;
  const arcs: (readonly [from: number, to: number, upper: number, cost: number])[] = [];
  const rowOf = rowsOfEdges(problem.start);
  problem.cost.forEach((cost, e) => arcs.push([rowOf[e]!, rows + problem.column[e]!, 1, cost]));
  for (let j = 0, at = 0; j < columns; at += problem.columnMax[j]!, j++) {
    const to = j < cadres.length ? unitNode.get(cadres[j]!.unit)! : sink;
    if (j === cadres.length) arcs.push([rows + j, sink, rows, 0]);
    else for (let k = 0; k < problem.columnMax[j]!; k++) arcs.push([rows + j, to, 1, problem.step![at + k]!]);
  }
  for (const unit of units) arcs.push([unitNode.get(unit)!, sink, most.get(unit) ?? rows, 0]);
  const supply = new Float64Array(sink + 1);
  supply.fill(1, 0, rows);
  supply[sink] = -rows;
  const column = (k: 0 | 1 | 3) => Int32Array.from(arcs, (arc) => arc[k]);
  const upper = Float64Array.from(arcs, ([, , most]) => most);
  return { nodes: sink + 1, from: column(0), to: column(1), lower: new Float64Array(arcs.length), upper, cost: column(3), supply };
}

/** What a plan costs without any price on changes: its pairs and each cadre's further places. O(edges chosen). */
export function costOfChosen({ problem }: CompiledSide, chosen: Iterable<number>): number {
  const load = new Int32Array(problem.columns);
  let sum = 0;
  for (const e of chosen) {
    sum += problem.cost[e]!;
    load[problem.column[e]!]!++;
  }
  for (let j = 0, at = 0; j < problem.columns; at += problem.columnMax[j]!, j++) for (let k = 0; k < load[j]!; k++) sum += problem.step![at + k]!;
  return sum;
}

/** The cheapest plan that keeps the quotas, certified by itself. One network simplex. */
function solveBound(compiled: CompiledSide, problem: PairingProblem, quotas: Quotas) {
  const network = drawNetwork(compiled, problem, quotas);
  const plan = solveNetwork(network);
  if (!plan.solved) throw new Error("There is always nobody to take.");
  const flow = plan.flow.subarray(0, problem.cost.length);
  return { chosen: Int32Array.from([...flow.keys()].filter((e) => flow[e] === 1)), isCertified: verifyNetwork(network, plan).certified };
}

/**
 * Where a unit would take more elders than its quota, the same side once more as a flow with the quotas in it; else what was solved. What keeping pairs gives
 * up is measured against the cheapest plan under the same quotas. Two network simplexes at most.
 */
export function solveWithQuotas(compiled: CompiledSide, quotas: Quotas, solved: Solved): Solved {
  const keeps = (chosen: Int32Array): boolean => {
    const counts = countUnits(compiled, chosen);
    return quotas.every(({ unit, most }) => (counts.get(unit) ?? 0) <= most);
  };
  if (keeps(solved.chosen) && keeps(solved.best)) return solved;
  const { problem, before } = compiled;
  const best = solveBound(compiled, problem, quotas);
  if (before.length === 0) return { ...best, best: best.chosen, moves: 0, dropped: 0, givenUp: 0 };
  const { chosen, isCertified } = keeps(solved.chosen) ? solved : solveBound(compiled, priceMoves(compiled), quotas);
  const held = new Set(before);
  const kept = [...chosen].filter((e) => held.has(e)).length;
  return {
    ...{ chosen, best: best.chosen, isCertified: isCertified && best.isCertified, moves: chosen.length - kept, dropped: before.length - kept },
    givenUp: costOfChosen(compiled, chosen) - costOfChosen(compiled, best.chosen),
  };
}
