import { AlignmentType, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, convertMillimetersToTwip as mm } from "docx";
import { paragraph, write, type Face } from "./paragraphs.js";

/** One column of a table: its heading, its width in millimetres, and what stands in it. */
export interface LineColumn<Line> {
  readonly header: string;
  readonly width: number;
  readonly isLeft?: boolean;
  show(line: Line, index: number): string;
}

/** A table with a line for each entry; the headings repeat on each page and no row is cut by a page. */
export function lineTable<Line>(columns: readonly LineColumn<Line>[], lines: readonly Line[], face: Face): Table {
  const heads = columns.map(({ header, width }) => cell(header, width, true, { ...face, font: "黑体" }));
  const rows = lines.map(
    (line, index) => new TableRow({ cantSplit: true, children: columns.map(({ width, isLeft, show }) => cell(show(line, index), width, !isLeft, face)) }),
  );
  return fixedTable(
    columns.map(({ width }) => width),
    [new TableRow({ tableHeader: true, cantSplit: true, children: heads }), ...rows],
  );
}

/** Labels and values, two pairs in a row, 160 mm wide. */
export function factTable(facts: readonly (readonly [string, string])[], faces: { readonly label: Face; readonly text: Face }): Table {
  const widths = [22, 58, 22, 58];
  const rows = Array.from({ length: Math.ceil(facts.length / 2) }, (_, row) => {
    const pairs = [facts[row * 2]!, facts[row * 2 + 1] ?? (["", ""] as const)];
    const cells = pairs.flatMap(([label, value], at) => [cell(label, widths[at * 2]!, true, faces.label), cell(value, widths[at * 2 + 1]!, false, faces.text)]);
    return new TableRow({ cantSplit: true, children: cells });
  });
  return fixedTable(widths, rows);
}

function fixedTable(widths: readonly number[], rows: TableRow[]): Table {
  const size = widths.reduce((sum, width) => sum + mm(width), 0);
  return new Table({ layout: TableLayoutType.FIXED, width: { size, type: WidthType.DXA }, columnWidths: widths.map((width) => mm(width)), rows });
}

function cell(text: string, width: number, isCentred: boolean, face: Face): TableCell {
  const children = text.split(/\r\n?|\n/).map((line) => paragraph([write(line, face)], { alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT }));
  const margins = { top: 60, bottom: 60, left: 60, right: 60 };
  return new TableCell({ width: { size: mm(width), type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins, children });
}
