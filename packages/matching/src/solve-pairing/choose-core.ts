import type { PairingProblem } from "./pairing-problem.js";

/** A thinned problem and, for each of its edges, the edge of the full problem. */
export interface Core {
  readonly problem: PairingProblem;
  readonly edgeOf: Int32Array;
}

const SAMPLE = 32;
const NO_LIMIT = 2 ** 31 - 1;
const least = new Int32Array(SAMPLE);

/**
 * About the `keep` edges of every row that are cheapest at the given column prices, which are nothing if left out. An auction on the core gives prices that are nearly right for the
 * whole; the exact finish then prices all edges. Each row's limit is an order statistic of an evenly spaced sample, so one pass over the edges is
 * enough; rows whose sample misled are taken whole. O(m).
 */
export function chooseCore(problem: PairingProblem, keep: number, price?: Int32Array): Core {
  const { rows, start, column, cost, rowMax } = problem;
  const coreStart = new Int32Array(rows + 1);
  let edgeOf: Int32Array = new Int32Array(Math.min(cost.length, 2 * rows * keep));
  let size = 0;
  for (let i = 0; i < rows; i++) {
    const degree = start[i + 1]! - start[i]!;
    if (size + degree > edgeOf.length) edgeOf = enlarge(edgeOf, 2 * (size + degree));
    const limit = sampleLimit(problem, i, keep, price);
    let count = copyBelow(problem, i, limit, price, edgeOf, size);
    if (count < Math.min(keep / 3 + 4 * rowMax[i]!, degree)) count = copyBelow(problem, i, NO_LIMIT, price, edgeOf, size);
    size += count;
    coreStart[i + 1] = size;
  }
  const coreColumn = new Int32Array(size);
  const coreCost = new Int32Array(size);
  for (let k = 0; k < size; k++) {
    coreColumn[k] = column[edgeOf[k]!]!;
    coreCost[k] = cost[edgeOf[k]!]!;
  }
  return { problem: { ...problem, start: coreStart, column: coreColumn, cost: coreCost }, edgeOf };
}

/**
 * Lists the edges of row i that cost no more than the limit from place `at` on; returns how many. Every edge is written where the next one belongs, and
 * stays if it is cheap enough: a branch would be guessed wrong for most of those that are.
 */
function copyBelow({ start, column, cost }: PairingProblem, i: number, limit: number, price: Int32Array | undefined, edgeOf: Int32Array, at: number): number {
  let size = at;
  const end = start[i + 1]!;
  if (limit === NO_LIMIT) for (let e = start[i]!; e < end; e++) edgeOf[size++] = e;
  else if (price === undefined) {
    for (let e = start[i]!; e < end; e++) {
      edgeOf[size] = e;
      size += 1 + ((limit - cost[e]!) >> 31);
    }
  } else {
    for (let e = start[i]!; e < end; e++) {
      edgeOf[size] = e;
      size += 1 + ((limit - cost[e]! - price[column[e]!]!) >> 31);
    }
  }
  return size - at;
}

/** The value below which about `keep` of row i's edges lie. */
function sampleLimit({ start, column, cost }: PairingProblem, i: number, keep: number, price?: Int32Array): number {
  const degree = start[i + 1]! - start[i]!;
  const rank = Math.ceil((keep * SAMPLE) / degree);
  if (rank >= SAMPLE) return NO_LIMIT;
  let count = 0;
  for (let k = 0; k < SAMPLE; k++) {
    const e = start[i]! + Math.floor((k * degree) / SAMPLE);
    const value = price === undefined ? cost[e]! : (cost[e]! + price[column[e]!]!) | 0;
    if (count === rank && value >= least[count - 1]!) continue;
    let at = count < rank ? count++ : count - 1;
    for (; at > 0 && least[at - 1]! > value; at--) least[at] = least[at - 1]!;
    least[at] = value;
  }
  return least[rank - 1]!;
}

function enlarge(list: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(list);
  return larger;
}
