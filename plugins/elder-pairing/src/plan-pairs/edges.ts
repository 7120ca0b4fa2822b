import type { Because } from "./pair-facts.js";

/** Who may have whom, row by row. */
export interface Edges {
  readonly start: Int32Array;
  readonly column: number[];
  readonly cost: number[];
  readonly because: Because[];
}

/** Puts "nobody" behind the cadres of each row. */
export function withNobody({ start, column, cost }: Edges, rows: number, nobody: number, price: number) {
  const size = column.length + rows;
  const [columns, costs, starts] = [new Int32Array(size), new Int32Array(size), new Int32Array(rows + 1)];
  for (let i = 0, at = 0; i < rows; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++, at++) {
      columns[at] = column[e]!;
      costs[at] = cost[e]!;
    }
    columns[at] = nobody;
    costs[at++] = price;
    starts[i + 1] = at;
  }
  return { start: starts, column: columns, cost: costs };
}

/** The row of each edge. */
export function rowsOfEdges(start: Int32Array): Int32Array {
  const rowOf = new Int32Array(start.at(-1)!);
  for (let i = 0; i + 1 < start.length; i++) rowOf.fill(i, start[i]!, start[i + 1]!);
  return rowOf;
}
