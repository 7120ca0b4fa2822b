import type { Ledger, LedgerColumn } from "@lianxin/documents";
import type { ShownRow } from "../keep-ledger/show-rows.js";

/** The usual headings of a ledger, as far as a promise has them; no contact data. */
export const headings = [
  "序号",
  "来源",
  "事项名称",
  "所属网格",
  "问题描述",
  "责任单位",
  "责任人",
  "配合单位",
  "交办时间",
  "完成时限",
  "办理情况",
  "是否办结",
  "销号时间",
  "备注",
] as const;
const dates = new Set<string>(["交办时间", "完成时限", "销号时间"]);

const columns: readonly LedgerColumn[] = headings.map((header) => ({ header, kind: header === "序号" ? "number" : dates.has(header) ? "date" : "text" }));

export interface SheetWords {
  /** The word for a line's light, "已超期 2 天". */
  readonly lightOf: (line: ShownRow) => string;
  readonly remindedOf: (line: ShownRow) => string;
}

/** One line as a row of the sheet: what the screen says, in the order of the headings. */
export function rowOf(line: ShownRow, index: number, { lightOf, remindedOf }: SheetWords): (string | number | null)[] {
  const happened = [lightOf(line), line.lastNote, line.remindedTimes > 0 ? remindedOf(line) : null].filter(Boolean).join("；");
  const remark = line.deferReason === null ? "" : `${line.reviewOn} ${line.deferReason}`;
  const whose = [line.ownerOrganization ?? "", line.owner ?? "", line.supporting.join("、")];
  const when = [line.startedOn ?? line.openedOn, line.dueOn];
  return [
    index + 1,
    line.sourceTitle,
    line.title,
    line.placeName,
    line.standard,
    ...whose,
    ...when,
    happened,
    line.light === "done" ? "是" : "否",
    line.closedOn,
    remark,
  ];
}

/** The ledger to be written as a file. */
export const planSheet = (
  lines: readonly ShownRow[],
  words: SheetWords,
  head: Pick<Ledger, "title" | "filledBy" | "date" | "stamp"> & { readonly organisation?: string },
): Ledger => ({
  ...head,
  columns,
  rows: lines.map((line, i) => rowOf(line, i, words)),
});
