import { listNames, writeDay } from "../write-minutes/chinese-forms.js";
import { html } from "./markup.js";
import { tellCode, type SlipCode } from "./slip-code.js";
import { facts, foot, writePage } from "./write-page.js";

/** What an owner without an account takes home of one piece of work: what, until when, and the code to report with. Nobody signs it. */
export interface CodeSlip {
  readonly part: string;
  /** 怎样算办好. */
  readonly standard: string;
  /** 牵头单位. */
  readonly lead: string;
  /** 责任人. */
  readonly owner: string;
  readonly supporting: readonly string[];
  /** `2026-09-20`. */
  readonly dueOn: string;
  /** What the owner takes it under. */
  readonly conditions?: string;
  readonly issuer: string;
  readonly code: SlipCode;
  readonly recordId?: string;
}

/** The code slip (任务短码单) on one sheet. A complete HTML document. */
export function writeCodeSlip({ part, standard, lead, owner, supporting, dueOn, conditions, issuer, code, recordId }: CodeSlip): string {
  return writePage(`任务短码单 ${part}`, [
    html`<section class="sheet">
      <h1>任务短码单</h1>
      <div class="sub"><span>${issuer}</span><span>交责任人</span></div>
      ${facts([
        ["任务", part],
        ["怎样算办好", standard],
        ["牵头单位和责任人", `${lead}　${owner}`],
        ["配合单位", supporting.length > 0 ? listNames(supporting) : undefined],
        ["完成时限", writeDay(dueOn)],
        ["条件", conditions],
      ])}
      ${tellCode(code)}
      <p class="text promise">请收好，短码不要告诉别人；换了新单子，这一张的短码就不能用了。</p>
      ${foot(recordId, 1, 1)}
    </section>`,
  ]);
}
