import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/** The edge of a row and a column, or undefined if the pair is not listed. O(degree). */
export function findEdge({ start, column: columns }: PairingProblem, row: number, column: number): number | undefined {
  for (let e = start[row]!; e < start[row + 1]!; e++) if (columns[e] === column) return e;
  return undefined;
}
