import { chooseAmongOptimalRosters } from "../solve-roster/solve-roster.js";
import type { PairingDuals, PairingPlan, PairingProblem } from "../solve-pairing/pairing-problem.js";
import { solveInBox } from "./solve-in-box.js";

/** A plan with the duals of the second cost, which prove (boundBelow) that no plan as cheap has less of it. */
export interface RankedPlan extends PairingPlan {
  readonly second: PairingDuals;
}

/** A cost of each edge, by its number. */
export type EdgeCost = (edge: number) => number;

/**
 * Among all plans as cheap as `plan`, the one that is cheapest by a second cost, and so on. Complementary slackness makes it a pairing over the tight pairs
 * only, so nothing is scaled and nothing can overflow; the first duals still certify the result. One solve over the tight pairs for each cost.
 */
export function chooseAmongOptimal(problem: PairingProblem, plan: PairingPlan, ...costs: readonly [EdgeCost, ...EdgeCost[]]): RankedPlan {
  if (plan.duals.gate !== undefined) return chooseAmongOptimalRosters(problem, plan, costs);
  const found: { chosen: Int32Array; duals: PairingDuals }[] = [plan];
  const box = new Uint8Array(problem.cost.length);
  let narrowed = problem;
  for (const costOf of costs) {
    narrowed = narrow(narrowed, found.at(-1)!.duals, costOf, box);
    const answer = solveInBox(narrowed, box);
    if (!answer.solved) throw new Error("no optimal plan");
    found.push(answer);
  }
  return { ...plan, chosen: found.at(-1)!.chosen, second: found[1]!.duals };
}

/** The problem with another cost and only as much choice as its duals leave; what they decide of single pairs is noted in `box`. */
function narrow(problem: PairingProblem, duals: PairingDuals, costOf: EdgeCost, box: Uint8Array): PairingProblem {
  const { rows, start, column, cost, rowMin, rowMax, columnMax, step } = problem;
  for (let i = 0, e = 0; i < rows; i++) {
    for (; e < start[i + 1]!; e++) {
      const reduced = cost[e]! + duals.column[column[e]!]! - duals.row[i]!;
      if (box[e] === 0 && reduced !== 0) box[e] = reduced < 0 ? 1 : 2;
    }
  }
  const columnMin = problem.columnMin.slice();
  const newMax = columnMax.slice();
  for (let j = 0, at = 0; j < columnMin.length; at += columnMax[j]!, j++) {
    const price = duals.column[j]!;
    if (step === undefined) {
      if (price > 0) columnMin[j] = columnMax[j]!;
      if (price < 0) newMax[j] = columnMin[j]!;
    } else {
      while (columnMin[j]! < columnMax[j]! && step[at + columnMin[j]!]! < price) columnMin[j]!++;
      while (newMax[j]! > problem.columnMin[j]! && step[at + newMax[j]! - 1]! > price) newMax[j]!--;
    }
  }
  return {
    ...problem,
    cost: cost.map((_c, e) => costOf(e)),
    rowMin: rowMin.map((min, i) => (duals.row[i]! < 0 ? rowMax[i]! : min)),
    rowMax: rowMax.map((max, i) => (duals.row[i]! > 0 ? rowMin[i]! : max)),
    columnMin,
    columnMax: newMax,
    step: undefined,
  };
}
