import { AlignmentType, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, convertMillimetersToTwip as mm } from "docx";
import { listNames, writeDay } from "./chinese-forms.js";
import type { MinutesDecision } from "./minutes-paper.js";
import { paragraph, write, type Face } from "./paragraphs.js";

const columns: readonly { header: string; width: number; isCentred: boolean; show: (decision: MinutesDecision, index: number) => string }[] = [
  { header: "序号", width: 12, isCentred: true, show: (_, index) => String(index + 1) },
  { header: "议定事项", width: 49, isCentred: false, show: (decision) => decision.text },
  { header: "责任单位\n（牵头）", width: 27, isCentred: true, show: (decision) => decision.lead },
  { header: "责任人", width: 18, isCentred: true, show: (decision) => decision.owner },
  { header: "配合单位", width: 24, isCentred: true, show: (decision) => listNames(decision.supporting) },
  { header: "完成时限", width: 30, isCentred: true, show: (decision) => writeDay(decision.dueOn) },
];

/** Decisions with their owners and due dates, 160 mm wide; the headings repeat on each page and no row is cut by a page. */
export function decisionTable(decisions: readonly MinutesDecision[], face: Face): Table {
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header, width }) => cell(header, width, true, { ...face, font: "黑体" })),
  });
  const rows = decisions.map(
    (decision, index) =>
      new TableRow({ cantSplit: true, children: columns.map(({ width, isCentred, show }) => cell(show(decision, index), width, isCentred, face)) }),
  );
  const widths = columns.map(({ width }) => mm(width));
  return new Table({ layout: TableLayoutType.FIXED, width: { size: mm(160), type: WidthType.DXA }, columnWidths: widths, rows: [heading, ...rows] });
}

function cell(text: string, width: number, isCentred: boolean, face: Face): TableCell {
  const children = text.split(/\r\n?|\n/).map((line) => paragraph([write(line, face)], { alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT }));
  const margins = { top: 60, bottom: 60, left: 60, right: 60 };
  return new TableCell({ width: { size: mm(width), type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins, children });
}
