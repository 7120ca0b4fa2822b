import { listNames, writeDay } from "../write-minutes/chinese-forms.js";
import { html, type Markup } from "./markup.js";
import { tellNoCode } from "./slip-code.js";
import { facts, foot, writePage } from "./write-page.js";

/** One piece of assigned work (交办) on paper. */
export interface AssignmentSlip {
  /** What it came out of: a meeting or a decision. */
  readonly source: string;
  readonly part: string;
  /** 怎样算办好. */
  readonly standard: string;
  /** 牵头单位. */
  readonly lead: string;
  /** 责任人. */
  readonly owner: string;
  readonly supporting: readonly string[];
  /** `2026-09-09`. */
  readonly assignedOn: string;
  readonly dueOn: string;
  /** What the owner takes it under. */
  readonly conditions?: string;
  /** Who checks it; never the owner. */
  readonly verifier?: string;
  /** Who assigns. */
  readonly issuer: string;
  /** Whom to ask for a code slip (任务短码单), to report without an account. */
  readonly contact?: string;
  readonly recordId?: string;
}

const copies = [
  ["第一联　存根", "交办人（签字）", "交办日期"],
  ["第二联　承办单位留存", "接收人（签字）", "接收日期"],
  ["第三联　回执　办结后交回", "责任人（签字）", "办结日期"],
] as const;

function writeCopy(slip: AssignmentSlip, index: number): Markup {
  const [name, ...signers] = copies[index]!;
  return html`<div class="third">
    <h2>任务交办单</h2>
    <div class="sub"><span>${slip.issuer}</span><span>${name}</span></div>
    ${facts([
      ["来源", slip.source],
      ["任务", slip.part],
      ["怎样算办好", slip.standard],
      ["牵头单位和责任人", `${slip.lead}　${slip.owner}`],
      ["配合单位", listNames(slip.supporting)],
      ["完成时限", `${writeDay(slip.dueOn)}（${writeDay(slip.assignedOn)}交办）`],
      ["条件", slip.conditions],
      ["核验人", slip.verifier],
    ])}
    ${index === 1 && tellNoCode(slip.contact)}
    <div class="signs">
      ${[...(index === 2 ? ["完成情况"] : []), ...signers].map((role) => html`<span class="${role === "完成情况" ? "whole" : ""}">${role}：</span>`)}
    </div>
  </div>`;
}

/** The assignment slip in three parts on one A4 sheet, to be cut: stub, the owner's, and the receipt that comes back. A complete HTML document. */
export function writeAssignmentSlip(slip: AssignmentSlip): string {
  return writePage(`任务交办单 ${slip.part}`, [
    html`<section class="sheet thirds">${copies.map((_, index) => writeCopy(slip, index))}${foot(slip.recordId, 1, 1)}</section>`,
  ]);
}
