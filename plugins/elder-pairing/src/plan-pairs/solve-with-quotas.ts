import { solveNetwork, verifyNetwork, type NetworkProblem } from "@lianxin/matching/network";
import type { CompiledSide } from "./compile-side.js";
import { rowsOfEdges } from "./edges.js";
import { priceMoves } from "./price-moves.js";
import type { PairFacts } from "./pair-facts.js";

interface Solved {
  readonly chosen: Int32Array;
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
function drawNetwork(compiled: CompiledSide, quotas: Quotas): NetworkProblem {
  const { cadres } = compiled;
  const problem = priceMoves(compiled);
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

/**
 * Where a unit would take more elders than its quota, the same side once more as a flow with the quotas in it, certified by itself; else what was solved.
 * One network simplex.
 */
export function solveWithQuotas(compiled: CompiledSide, quotas: Quotas, solved: Solved): Solved {
  const counts = countUnits(compiled, solved.chosen);
  if (quotas.every(({ unit, most }) => (counts.get(unit) ?? 0) <= most)) return solved;
  const network = drawNetwork(compiled, quotas);
  const plan = solveNetwork(network);
  if (!plan.solved) throw new Error("There is always nobody to take.");
  const edges = compiled.problem.cost.length;
  const chosen = Int32Array.from([...plan.flow.subarray(0, edges).keys()].filter((e) => plan.flow[e] === 1));
  const held = new Set(compiled.before);
  const kept = [...chosen].filter((e) => held.has(e)).length;
  const moves = compiled.before.length === 0 ? 0 : chosen.length - kept;
  const cost = (list: Iterable<number>) => [...list].reduce((sum, e) => sum + compiled.problem.cost[e]!, 0);
  return {
    chosen,
    isCertified: verifyNetwork(network, plan).certified,
    moves,
    dropped: compiled.before.length - kept,
    givenUp: Math.max(0, cost(chosen) - cost(solved.chosen)),
  };
}
