import type { ProblemCode } from "./audit-problem.js";
import { hashDetail, hashRow, type AuditRow, type ChainHead } from "./hash-row.js";

/** What stands in a redacted row instead of its detail. */
export const redactedDetail = '{"redacted":true}';
export const isRedacted = ({ detail, detailSalt }: AuditRow): boolean => detail === redactedDetail && detailSalt === "";

/** A chain before its first row. */
export const chainStart = (writer: string): ChainHead => ({ writer, sequence: 0, hash: "" });

/** What is wrong with a row that follows `before` in its chain; a redacted row's detail is not judged here. */
export function checkRow(before: ChainHead, row: AuditRow): readonly ProblemCode[] {
  const problems: ProblemCode[] = [];
  if (row.sequence > before.sequence + 1) problems.push("rowMissing");
  else if (row.sequence !== before.sequence + 1 || row.previousHash !== before.hash) problems.push("chainBroken");
  if (hashRow(row) !== row.hash) problems.push("rowChanged");
  if (!isRedacted(row) && hashDetail(row.detailSalt, row.detail) !== row.detailHash) problems.push("detailChanged");
  return problems;
}
