import type { FileChild } from "docx";
import { lineTable, type LineColumn } from "./line-table.js";
import type { MinutesAgendaLine } from "./minutes-paper.js";
import { paragraph, write, type Face } from "./paragraphs.js";

const columns: readonly LineColumn<MinutesAgendaLine>[] = [
  { header: "序号", width: 18, show: ({ number }) => number },
  { header: "议程", width: 82, isLeft: true, show: ({ depth, title }) => "\u3000".repeat(depth) + title },
  { header: "时间", width: 36, show: ({ time }) => time },
  { header: "分钟", width: 24, show: ({ minutes }) => String(minutes) },
];

/** The agenda as it was planned, 160 mm wide, with its heading; nothing when there is none. */
export const agendaTable = (lines: readonly MinutesAgendaLine[], faces: { readonly label: Face; readonly text: Face }): FileChild[] =>
  lines.length === 0
    ? []
    : [paragraph([write("会议议程", faces.label)], { spacing: { before: 240, after: 80 }, keepNext: true }), lineTable(columns, lines, faces.text)];
