import type { PairingProblem } from "@lianxin/matching/integers";
import { createRandom, distance } from "./random-numbers.js";

/** Counts of a dense instance: how many columns each row takes and each column may take, and which share of pairs is forbidden. */
export interface DenseShape {
  readonly rows: number;
  readonly columns: number;
  readonly each: number;
  readonly columnMin: number;
  readonly columnMax: number;
  readonly forbidden: number;
}

/**
 * A dense pairing of people and elders scattered over a county of 129 villages: the cost is the distance in metres plus a wish of up to 5,000, so that
 * costs are partly geometric and partly individual. Pair (i, i mod columns) is never forbidden.
 */
export function makeDense({ rows, columns, each, columnMin, columnMax, forbidden }: DenseShape, seed: number): PairingProblem {
  const random = createRandom(seed);
  const village = Array.from({ length: 129 }, () => [random() * 40_000, random() * 40_000] as const);
  const place = () => {
    const [x, y] = village[Math.floor(random() * village.length)]!;
    return [x + random() * 2_000, y + random() * 2_000] as const;
  };
  const left = Array.from({ length: rows }, place);
  const right = Array.from({ length: columns }, place);
  const start = new Int32Array(rows + 1);
  const column: number[] = [];
  const cost: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (random() < forbidden && j !== i % columns) continue;
      column.push(j);
      cost.push(Math.round(distance(left[i]!, right[j]!) + random() * 5_000));
    }
    start[i + 1] = column.length;
  }
  return {
    rows,
    columns,
    start,
    column: Int32Array.from(column),
    cost: Int32Array.from(cost),
    rowMin: new Int32Array(rows).fill(each),
    rowMax: new Int32Array(rows).fill(each),
    columnMin: new Int32Array(columns).fill(columnMin),
    columnMax: new Int32Array(columns).fill(columnMax),
  };
}
