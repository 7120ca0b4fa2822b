import { expect, test } from "vitest";
import { withoutRows } from "./keep-lines.js";

const cell = (column: number, row: number, raw: string, mergedFrom?: string) => ({
  ...{ address: `${"AB"[column - 1]}${row}`, row, column, kind: "text" as const, raw, text: raw },
  ...(mergedFrom !== undefined && { mergedFrom }),
});
const grid = {
  name: "名册",
  rows: [2, 3, 4, 6].map((row) => ({
    number: row,
    cells: [cell(1, row, `孩子${row}`), row === 2 || row === 6 ? cell(2, row, "周") : cell(2, row, "周", "B2")],
  })),
};

test("what follows a row that goes moves up by as many rows as went before it, an empty one stays", () => {
  const { grid: left, rowOf } = withoutRows(grid, new Set([3]));

  expect(left.rows.map(({ number, cells }) => [number, cells[0]!.address, cells[0]!.raw])).toEqual([
    [2, "A2", "孩子2"],
    [3, "A3", "孩子4"],
    [5, "A5", "孩子6"],
  ]);
  expect([2, 4, 6].map(rowOf)).toEqual([2, 3, 5]);
});

test("a cell merged with one that stays is merged with it still, and one merged with a row that goes keeps its text", () => {
  const merged = (gone: number) => withoutRows(grid, new Set([gone])).grid.rows.map(({ cells }) => [cells[1]!.raw, cells[1]!.mergedFrom]);

  expect(merged(3)).toEqual([
    ["周", undefined],
    ["周", "B2"],
    ["周", undefined],
  ]);
  expect(merged(2)).toEqual([
    ["周", undefined],
    ["周", undefined],
    ["周", undefined],
  ]);
});
