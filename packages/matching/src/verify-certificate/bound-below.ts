import type { PairingDuals, PairingProblem } from "../solve-pairing/pairing-problem.js";
import { ExactSum } from "./exact-sum.js";

/** A second cost of every pair, which counts only between plans of equal first cost, with duals of its own. */
export interface SecondCost {
  readonly cost: ArrayLike<number>;
  readonly duals: PairingDuals;
}

/** Two sums, the first before the second. */
class Bound {
  readonly first = new ExactSum();
  readonly second = new ExactSum();

  add(first: number, second: number): void {
    this.first.add(first);
    this.second.add(second);
  }

  /** Adds a term that a plan may take or leave: only if it is less than nothing. What is no number is added, so that it shows. */
  addOptional(first: number, second: number): void {
    if (!(ranked(first, second) >= 0)) this.add(first, second);
  }
}

const ranked = (first: number, second: number): number => (first === 0 ? second : first);
const nothing: ArrayLike<number> = [];

/**
 * What every plan costs at least, by weak duality: Σ pairs min(0, c + p − u) + Σ rows (u > 0 ? u·min : u·max) + Σ columns (mandatory places s − p,
 * further ones min(0, s − p)); where rows fall together a gate's price stands for the column's, and Σ gates min(0, p − gate) is added. Any duals give a
 * true bound; those of an optimum give its cost. With a second cost all of it is done with ranked pairs of numbers, of which the second counts where the
 * first is equal: every plan costs at least that, in that order. `box` says of pairs that they must be taken (1) or left out (2). NaN where it cannot be
 * summed exactly. O(m + places).
 */
export function boundBelow(problem: PairingProblem, duals: PairingDuals, other?: SecondCost, box?: Uint8Array): readonly [first: number, second: number] {
  const bound = new Bound();
  boundPairs(problem, duals, other, box, bound);
  boundColumns(problem, duals, other, bound);
  return [bound.first.value, bound.second.value];
}

function boundPairs(problem: PairingProblem, duals: PairingDuals, other: SecondCost | undefined, box: Uint8Array | undefined, bound: Bound): void {
  const { rows, rowMin, rowMax, start, column, cost, together } = problem;
  const { row = nothing, column: prices = nothing, gate } = other?.duals ?? {};
  const gates = new Map<string, number>();
  const gateAt = (j: number, time: number): number => {
    if (duals.gate === undefined || time < 0) return -1;
    const key = `${j}@${time}`;
    const known = gates.get(key);
    if (known !== undefined) return known;
    const k = gates.size;
    gates.set(key, k);
    bound.addOptional(duals.column[j]! - (duals.gate[k] ?? NaN), (prices[j] ?? 0) - (gate?.[k] ?? 0));
    return k;
  };
  for (let i = 0; i < rows; i++) {
    const [u, v] = [duals.row[i]!, row[i] ?? 0];
    const taken = ranked(u, v) > 0 ? rowMin[i]! : rowMax[i]!;
    bound.add(u * taken, v * taken);
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const j = column[e]!;
      const k = gateAt(j, together?.[i] ?? -1);
      const first = cost[e]! + (k < 0 ? duals.column[j]! : (duals.gate?.[k] ?? NaN)) - u;
      const second = (other?.cost[e] ?? 0) + (k < 0 ? (prices[j] ?? 0) : (gate?.[k] ?? 0)) - v;
      if (box?.[e] === 1) bound.add(first, second);
      else if (box?.[e] !== 2) bound.addOptional(first, second);
    }
  }
}

function boundColumns({ columns, columnMin, columnMax, step }: PairingProblem, { column }: PairingDuals, other: SecondCost | undefined, bound: Bound): void {
  for (let j = 0, at = 0; j < columns; at += columnMax[j]!, j++) {
    const [p, q] = [column[j]!, other?.duals.column[j] ?? 0];
    if (step === undefined) {
      const given = ranked(p, q) > 0 ? columnMax[j]! : columnMin[j]!;
      bound.add(-p * given, -q * given);
    } else {
      for (let k = 0; k < columnMax[j]!; k++) {
        if (k < columnMin[j]!) bound.add(step[at + k]! - p, -q);
        else bound.addOptional(step[at + k]! - p, -q);
      }
    }
  }
}
