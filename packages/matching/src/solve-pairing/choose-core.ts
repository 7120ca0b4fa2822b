import type { PairingProblem } from "./pairing-problem.js";

/** A thinned problem and, for each of its edges, the edge of the full problem. */
export interface Core {
  readonly problem: PairingProblem;
  readonly edgeOf: Int32Array;
}

/**
 * The cheapest `keep` edges of every row (ties at the limit cut off in edge order). An auction on the core gives prices that are nearly right for the
 * whole; the exact finish then prices all edges. O(m) expected, by quickselect per row.
 */
export function chooseCore(problem: PairingProblem, keep: number): Core {
  const { rows, start, column, cost, rowMax } = problem;
  const coreStart = new Int32Array(rows + 1);
  const scratch = new Int32Array(Math.max(1, ...widths(problem)));
  let room = 0;
  for (let i = 0; i < rows; i++) room += Math.min(start[i + 1]! - start[i]!, Math.max(keep, 4 * rowMax[i]!));
  const edgeOf = new Int32Array(room);
  let size = 0;
  for (let i = 0; i < rows; i++) {
    const degree = start[i + 1]! - start[i]!;
    const most = Math.min(degree, Math.max(keep, 4 * rowMax[i]!));
    const limit = selectSmallest(cost, start[i]!, degree, most, scratch);
    let ties = most - limit.below;
    for (let e = start[i]!; e < start[i + 1]!; e++) if (cost[e]! < limit.value || (cost[e] === limit.value && ties-- > 0)) edgeOf[size++] = e;
    coreStart[i + 1] = size;
  }
  const core = { ...problem, start: coreStart, column: edgeOf.map((e) => column[e]!), cost: edgeOf.map((e) => cost[e]!) };
  return { problem: core, edgeOf };
}

function* widths({ rows, start }: PairingProblem): Generator<number> {
  for (let i = 0; i < rows; i++) yield start[i + 1]! - start[i]!;
}

/** The `most`-th smallest cost of a run of edges, and how many are strictly below it. */
function selectSmallest(cost: Int32Array, first: number, count: number, most: number, scratch: Int32Array): { value: number; below: number } {
  if (most >= count) return { value: 2 ** 31, below: count };
  scratch.set(cost.subarray(first, first + count));
  let left = 0;
  let right = count - 1;
  while (left < right) {
    const pivot = scratch[(left + right) >> 1]!;
    let a = left;
    let b = right;
    while (a <= b) {
      while (scratch[a]! < pivot) a++;
      while (scratch[b]! > pivot) b--;
      if (a > b) break;
      const swap = scratch[a]!;
      scratch[a++] = scratch[b]!;
      scratch[b--] = swap;
    }
    if (most - 1 <= b) right = b;
    else if (most - 1 >= a) left = a;
    else break;
  }
  const value = scratch[most - 1]!;
  let below = 0;
  for (let k = 0; k < most; k++) if (scratch[k]! < value) below++;
  return { value, below };
}
