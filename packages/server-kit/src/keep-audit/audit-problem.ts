import type { Language } from "@lianxin/plugin-kit";
import { en } from "../messages/en.js";
import { zhCN } from "../messages/zh-CN.js";

export type ProblemCode =
  | "rowChanged"
  | "detailChanged"
  | "rowMissing"
  | "chainBroken"
  | "sealedRowMissing"
  | "sealedRowChanged"
  | "rootChanged"
  | "rootForged"
  | "rootMissing"
  | "anchorMissing"
  | "contentMissing"
  | "contentChanged"
  | "contentUnproved";

/** Something in the audit that is not as it was written. */
export interface AuditProblem {
  readonly code: ProblemCode;
  /** The row's id; writer/sequence of one that is gone; root/sequence of a root. */
  readonly row: string;
}

export const describeProblem = ({ code, row }: AuditProblem, language: Language = "zh-CN"): string =>
  (language === "en" ? en : zhCN)[`audit.${code}`].replace("{row}", row);

const listed = 1000;

/** Problems as they are found: all are counted, the first thousand listed, so that a ruined audit still fits into memory. */
export class Findings {
  readonly problems: AuditProblem[] = [];
  count = 0;

  add(code: ProblemCode, row: string): void {
    this.count++;
    if (this.problems.length < listed) this.problems.push({ code, row });
  }
}
