import { MatchingError } from "../errors.js";
import { LARGEST_COST, type PairingProblem } from "../solve-pairing/pairing-problem.js";
import { checkPairing } from "./check-pairing.js";
import { expectCount } from "./expect-counts.js";

/** A pairing as plain lists: pairs are [row, column, cost]; counts are one number for all or a list; [least, most]. */
export interface PairingLists {
  readonly rows: number;
  readonly columns: number;
  readonly pairs: readonly (readonly [row: number, column: number, cost: number])[];
  readonly rowMin?: number | readonly number[];
  readonly rowMax?: number | readonly number[];
  readonly columnMin?: number | readonly number[];
  readonly columnMax?: number | readonly number[];
  /** Cost of each further place of a column, rising; missing means free places. */
  readonly steps?: readonly (readonly number[])[];
  /** Rows with the same number (from 0 to rows − 1) fall together: no column takes two of them; −1 stands for a row by itself. */
  readonly together?: readonly number[];
}

/**
 * Builds a checked pairing from plain lists; rows and columns default to exactly one and at most one. Pairs may come in any order. O(m log m).
 *
 * @throws MatchingError as checkPairing, and notInteger, costTooLarge or tooMany
 */
export function pairingFromPairs(lists: PairingLists): PairingProblem {
  const rows = expectCount("rows", lists.rows);
  const columns = expectCount("columns", lists.columns);
  const columnMax = expandCounts("columnMax", lists.columnMax ?? 1, columns);
  const problem: PairingProblem = {
    rows,
    columns,
    ...sortPairs(lists.pairs, rows, columns),
    rowMin: expandCounts("rowMin", lists.rowMin ?? 1, rows),
    rowMax: expandCounts("rowMax", lists.rowMax ?? lists.rowMin ?? 1, rows),
    columnMin: expandCounts("columnMin", lists.columnMin ?? 0, columns),
    columnMax,
    step: lists.steps === undefined ? undefined : flattenSteps(lists.steps, columnMax),
    together: lists.together === undefined ? undefined : expandCounts("together", lists.together, rows),
  };
  checkPairing(problem);
  return problem;
}

/** The number itself if it is an integer of at most 32 bits. @throws MatchingError notInteger, costTooLarge */
export function wholeNumber(item: string, value: number): number {
  if (!Number.isInteger(value)) throw new MatchingError("notInteger", item, { value: String(value) });
  if (Math.abs(value) > LARGEST_COST) throw new MatchingError("costTooLarge", item, { value, largest: LARGEST_COST });
  return value;
}

function expandCounts(item: string, counts: number | readonly number[], length: number): Int32Array {
  if (typeof counts === "number") return new Int32Array(length).fill(wholeNumber(item, counts));
  return Int32Array.from(counts, (count, k) => wholeNumber(`${item} ${k}`, count));
}

function sortPairs(pairs: PairingLists["pairs"], rows: number, columns: number): Pick<PairingProblem, "start" | "column" | "cost"> {
  const start = new Int32Array(rows + 1);
  // Array.from fills the holes that map would pass over.
  const sorted = Array.from(pairs, (pair, k) => {
    if (!Array.isArray(pair)) throw new MatchingError("badFormat", `pair ${k}`, { reason: "triple" });
    const [row, column, cost] = pair as unknown as PairingLists["pairs"][number];
    if (!Number.isInteger(row) || row < 0 || row >= rows) throw new MatchingError("outOfRange", `pair ${k}`, { value: String(row), rows });
    if (!Number.isInteger(column) || column < 0 || column >= columns) throw new MatchingError("outOfRange", `pair ${k}`, { value: String(column), columns });
    start[row + 1]!++;
    return [row, column, wholeNumber(`pair ${k}`, cost)] as const;
  });
  sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (let i = 0; i < rows; i++) start[i + 1]! += start[i]!;
  return { start, column: Int32Array.from(sorted, ([, column]) => column), cost: Int32Array.from(sorted, ([, , cost]) => cost) };
}

function flattenSteps(steps: readonly (readonly number[])[], columnMax: Int32Array): Int32Array {
  const flat: number[] = [];
  columnMax.forEach((max, j) => {
    const own = steps[j] ?? [];
    if (own.length !== max) throw new MatchingError("lengthMismatch", `steps ${j}`, { expected: max, found: own.length });
    for (let k = 0; k < max; k++) flat.push(wholeNumber(`steps ${j}.${k}`, own[k]!));
  });
  return Int32Array.from(flat);
}
