import type { Table } from "docx";
import { listNames, writeDay } from "./chinese-forms.js";
import { lineTable, type LineColumn } from "./line-table.js";
import type { MinutesDecision } from "./minutes-paper.js";
import type { Face } from "./paragraphs.js";

const columns: readonly LineColumn<MinutesDecision>[] = [
  { header: "序号", width: 12, show: (_, index) => String(index + 1) },
  { header: "议定事项", width: 49, isLeft: true, show: (decision) => decision.text },
  { header: "责任单位\n（牵头）", width: 27, show: (decision) => decision.lead },
  { header: "责任人", width: 18, show: (decision) => decision.owner },
  { header: "配合单位", width: 24, show: (decision) => listNames(decision.supporting) },
  { header: "完成时限", width: 30, show: (decision) => writeDay(decision.dueOn) },
];

/** Decisions with their owners and due dates, 160 mm wide. */
export const decisionTable = (decisions: readonly MinutesDecision[], face: Face): Table => lineTable(columns, decisions, face);
