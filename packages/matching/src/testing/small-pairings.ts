import fc from "fast-check";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { isRoster } from "../solve-roster/solve-roster.js";

/** How many random cases a sweep runs: 500 by default, 10,000 when LIANXIN_FULL=1. */
export const sweepSize = process.env["LIANXIN_FULL"] === "1" ? 10_000 : 500;

/** How long one sweep may take, in milliseconds: minutes with all cases on a busy machine. */
export const sweepTime = sweepSize * 120;

/** The seed of every random sweep, printed in test names. */
export const sweepSeed = 20260917;

type Interval = readonly [min: number, max: number];

const interval = (most: number): fc.Arbitrary<Interval> =>
  fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

/** Random pairings of at most 5 × 5 with intervals on both sides, ties, negative costs, forbidden pairs, sometimes rising steps and rows that fall together. */
export function smallPairings(): fc.Arbitrary<PairingProblem> {
  return fc
    .record({
      rows: fc.integer({ min: 1, max: 5 }),
      columns: fc.integer({ min: 1, max: 5 }),
      spread: fc.constantFrom(1, 4, 60, 1_000_000_000),
      low: fc.boolean(),
    })
    .chain(({ rows, columns, spread, low }) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        costs: fc.array(fc.option(fc.integer({ min: low ? -spread : 0, max: spread }), { freq: 4 }), { minLength: rows * columns, maxLength: rows * columns }),
        rowCounts: fc.boolean().chain((one) => fc.array(one ? fc.constant<Interval>([1, 1]) : interval(3), { minLength: rows, maxLength: rows })),
        columnCounts: fc.array(interval(4), { minLength: columns, maxLength: columns }),
        rises: fc.option(fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }), { minLength: columns, maxLength: columns })),
        together: fc.option(fc.array(fc.integer({ min: -1, max: Math.min(1, rows - 1) }), { minLength: rows, maxLength: rows })),
      }),
    )
    .map(({ rows, columns, costs, rowCounts, columnCounts, rises, together }) =>
      pairingFromPairs({
        rows,
        columns,
        pairs: costs.flatMap((cost, k) => (cost === null ? [] : [[Math.floor(k / columns), k % columns, cost] as const])),
        rowMin: rowCounts.map(([min]) => min),
        rowMax: rowCounts.map(([, max]) => max),
        columnMin: columnCounts.map(([min]) => min),
        columnMax: columnCounts.map(([, max]) => max),
        ...(rises === null ? {} : { steps: columnCounts.map(([, max], j) => sumUp(rises[j] ?? []).slice(0, max)) }),
        ...(together === null ? {} : { together }),
      }),
    );
}

/** The same for sessions: where a column could take two rows that fall together, every column takes one at most. */
export function sessionPairings(): fc.Arbitrary<PairingProblem> {
  return smallPairings().map((problem) => {
    if (!isRoster(problem)) return problem;
    const columnMin = problem.columnMin.map((min) => Math.min(min, 1));
    const columnMax = problem.columnMax.map((max) => Math.min(max, 1));
    const firsts = [...problem.columnMax].flatMap((max, j, all) => (max === 0 ? [] : [all.slice(0, j).reduce((sum, n) => sum + n, 0)]));
    return { ...problem, columnMin, columnMax, step: problem.step && Int32Array.from(firsts, (at) => problem.step![at]!) };
  });
}

function sumUp(rises: readonly number[]): number[] {
  let level = -20;
  return rises.map((rise) => (level += rise));
}
