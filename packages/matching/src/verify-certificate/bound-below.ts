import type { PairingDuals, PairingProblem } from "../solve-pairing/pairing-problem.js";
import { ExactSum } from "./exact-sum.js";

/**
 * What every plan costs at least, by weak duality: Σ pairs min(0, c + p − u) + Σ rows (u > 0 ? u·min : u·max) + Σ columns (mandatory places s − p,
 * further ones min(0, s − p)); where rows fall together a gate's price stands for the column's, and Σ gates min(0, p − gate) is added. Any duals give a
 * true bound; those of an optimum give its cost. NaN where it cannot be summed exactly. O(m + places).
 */
export function boundBelow(problem: PairingProblem, duals: PairingDuals): number {
  const bound = new ExactSum();
  boundPairs(problem, duals, bound);
  boundColumns(problem, duals, bound);
  return bound.value;
}

function boundPairs({ rows, rowMin, rowMax, start, column, cost, together }: PairingProblem, duals: PairingDuals, bound: ExactSum): void {
  const gates = new Map<string, number>();
  const priceAt = (j: number, time: number): number => {
    const price = duals.column[j]!;
    if (duals.gate === undefined || time < 0) return price;
    const key = `${j}@${time}`;
    const known = gates.get(key);
    const gate = duals.gate[known ?? gates.size] ?? NaN;
    if (known === undefined) {
      gates.set(key, gates.size);
      bound.add(Math.min(0, price - gate));
    }
    return gate;
  };
  for (let i = 0; i < rows; i++) {
    const u = duals.row[i]!;
    bound.add(u > 0 ? u * rowMin[i]! : u * rowMax[i]!);
    for (let e = start[i]!; e < start[i + 1]!; e++) bound.add(Math.min(0, cost[e]! + priceAt(column[e]!, together?.[i] ?? -1) - u));
  }
}

function boundColumns({ columns, columnMin, columnMax, step }: PairingProblem, { column }: PairingDuals, bound: ExactSum): void {
  for (let j = 0, at = 0; j < columns; at += columnMax[j]!, j++) {
    const price = column[j]!;
    if (step === undefined) bound.add(-price * (price > 0 ? columnMax[j]! : columnMin[j]!));
    else for (let k = 0; k < columnMax[j]!; k++) bound.add(k < columnMin[j]! ? step[at + k]! - price : Math.min(0, step[at + k]! - price));
  }
}
