import type { Ledger, LedgerColumn } from "@lianxin/documents";
import type { ShownRow } from "../keep-ledger/show-rows.js";

/** The usual headings of a ledger, as far as a promise has them. Who raised it (反映人) and contact data are left out: a ledger is passed around. */
export const headings = [
  "序号",
  "来源",
  "事项名称",
  "所属网格",
  "问题描述",
  "销号标准",
  "责任单位",
  "责任人",
  "配合单位",
  "交办时间",
  "完成时限",
  "办理情况",
  "是否办结",
  "销号时间",
  "满意度",
  "备注",
] as const;
const dates = new Set<string>(["交办时间", "完成时限", "销号时间"]);

const columns: readonly LedgerColumn[] = headings.map((header) => ({ header, kind: header === "序号" ? "number" : dates.has(header) ? "date" : "text" }));

export interface SheetWords {
  /** The word for a line's light, "已超期 2 个工作日". */
  readonly lightOf: (line: ShownRow) => string;
  readonly remindedOf: (line: ShownRow) => string;
  /** Where it comes from, and the words in which it was raised there; none of what was written into the ledger itself. */
  readonly sourceOf: (line: ShownRow) => { readonly from: string; readonly words: string };
  /** "满意 3，基本满意 0，不满意 0"; nothing before anybody said something. */
  readonly ratingsOf: (line: ShownRow) => string;
  /** On what condition it was taken on, and why it rests: blocked by what, or put off until when and why. */
  readonly restOf: (line: ShownRow) => string;
}

/** One line as a row of the sheet: what the screen says, in the order of the headings. */
export function rowOf(line: ShownRow, index: number, words: SheetWords): (string | number | null)[] {
  const { lightOf, remindedOf, sourceOf, ratingsOf, restOf } = words;
  const happened = [lightOf(line), line.lastNote, line.remindedTimes > 0 ? remindedOf(line) : null].filter(Boolean).join("；");
  const source = sourceOf(line);
  const whose = [line.ownerOrganization ?? "", line.owner ?? "", line.supporting.join("、")];
  return [
    ...[index + 1, source.from, line.title, line.placeName, source.words, line.standard],
    ...[...whose, line.madeOn ?? line.openedOn, line.dueOn],
    ...[happened, line.light === "done" ? "是" : "否", line.closedOn, ratingsOf(line), restOf(line)],
  ];
}

/** The ledger to be written as a file. */
export const planSheet = (rows: Ledger["rows"], head: Pick<Ledger, "title" | "filledBy" | "date" | "stamp"> & { readonly organisation?: string }): Ledger => ({
  ...head,
  columns,
  rows,
});
