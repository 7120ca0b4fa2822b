import type { PairingProblem } from "@lianxin/matching/integers";
import { createRandom, distance } from "./random-numbers.js";

/** Counts of a sparse instance; every row has `degree` pairs, one of which, (i, i mod columns), makes a plan certain. */
export interface SparseShape {
  readonly rows: number;
  readonly columns: number;
  readonly degree: number;
  readonly columnMin: number;
  readonly columnMax: number;
}

/** Random pairs with costs drawn evenly from 0 to 999,999. */
export function makeUniform(shape: SparseShape, seed: number): PairingProblem {
  const random = createRandom(seed);
  return fill(
    shape,
    random,
    () => Math.floor(random() * shape.columns),
    () => Math.floor(random() * 1_000_000),
  );
}

/** Rows and columns scattered over a square; each row's pairs are columns of the grid cells around it, the cost is the distance (side 10⁶). */
export function makeGeometric(shape: SparseShape, seed: number): PairingProblem {
  const random = createRandom(seed);
  const { rows, columns, degree } = shape;
  const side = Math.max(1, Math.floor(Math.sqrt((columns * 9) / (degree * 2))));
  const at = Float64Array.from({ length: 2 * (rows + columns) }, () => random());
  const cells: number[][] = Array.from({ length: side * side }, () => []);
  const cellOf = (v: number) => [Math.floor(at[2 * v]! * side), Math.floor(at[2 * v + 1]! * side)] as const;
  for (let j = 0; j < columns; j++) {
    const [x, y] = cellOf(rows + j);
    cells[x * side + y]!.push(j);
  }
  const near = (i: number) => {
    const [x, y] = cellOf(i);
    const cell = cells[wrap(x + Math.floor(random() * 3) - 1, side) * side + wrap(y + Math.floor(random() * 3) - 1, side)]!;
    return cell.length === 0 ? Math.floor(random() * columns) : cell[Math.floor(random() * cell.length)]!;
  };
  return fill(shape, random, near, (i, j) => Math.round(1e6 * distance([at[2 * i]!, at[2 * i + 1]!], [at[2 * (rows + j)]!, at[2 * (rows + j) + 1]!])));
}

/** A sparse instance in which `rows` of the rows, scattered evenly, know the same `columns` columns and no others. */
export function makeShort(shape: SparseShape, { rows, columns }: { readonly rows: number; readonly columns: number }, seed: number): PairingProblem {
  const whole = makeUniform(shape, seed);
  const column = whole.column.slice();
  for (let n = 0; n < rows; n++) {
    const first = whole.start[n * Math.floor(shape.rows / rows)]!;
    const own = Array.from({ length: shape.degree }, (_, k) => (n * 7 + k) % columns).sort((a, b) => a - b);
    column.set(own, first);
  }
  return { ...whole, column };
}

function wrap(k: number, side: number): number {
  return Math.min(side - 1, Math.max(0, k));
}

function fill(shape: SparseShape, random: () => number, choose: (i: number) => number, price: (i: number, j: number) => number): PairingProblem {
  const { rows, columns, degree } = shape;
  const start = new Int32Array(rows + 1);
  const column = new Int32Array(rows * degree);
  const cost = new Int32Array(rows * degree);
  let size = 0;
  for (let i = 0; i < rows; i++) {
    const own = new Set([i % columns]);
    for (let tries = 0; own.size < degree && tries < 4 * degree; tries++) own.add(choose(i));
    while (own.size < degree) own.add(Math.floor(random() * columns));
    for (const j of [...own].sort((a, b) => a - b)) {
      column[size] = j;
      cost[size++] = price(i, j);
    }
    start[i + 1] = size;
  }
  const one = new Int32Array(rows).fill(1);
  const columnMin = new Int32Array(columns).fill(shape.columnMin);
  return { rows, columns, start, column, cost, rowMin: one, rowMax: one, columnMin, columnMax: new Int32Array(columns).fill(shape.columnMax) };
}
