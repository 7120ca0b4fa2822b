import { writeDay } from "../write-minutes/chinese-forms.js";
import { html, type Markup } from "./markup.js";
import { foot, signatures, slipTable, writePage } from "./write-page.js";

/** One piece of work that passes from one lead to another (移交), on paper. */
export interface HandOverSlip {
  readonly part: string;
  /** 怎样算办好. */
  readonly standard: string;
  /** Who gives it away: organisation and person. */
  readonly giver: string;
  /** Who takes it on. */
  readonly taker: string;
  readonly reason: string;
  /** Until when the new lead has: `2026-09-20`. */
  readonly dueOn: string;
  readonly conditions?: string;
  readonly issuer: string;
  readonly recordId?: string;
}

const copies = ["第一联　社区留存", "第二联　移交人留存", "第三联　接手人留存"] as const;

function writeCopy(slip: HandOverSlip, copy: string, index: number): Markup {
  const rows: (readonly [string, string])[] = [
    ["任务", slip.part],
    ["怎样算办好", slip.standard],
    ["移交人", slip.giver],
    ["接手人", slip.taker],
    ["移交原因", slip.reason],
    ["完成时限", writeDay(slip.dueOn)],
    ...(slip.conditions === undefined ? [] : [["条件", slip.conditions] as const]),
  ];
  return html`<section class="sheet">
    <h1>任务移交单</h1>
    <div class="sub"><span>${slip.issuer}</span><span>${copy}</span></div>
    ${slipTable(rows)}
    <p class="text promise">双方签字后，以上任务由接手人牵头，按时完成，接受核验；签字以前仍由移交人负责。</p>
    ${signatures(["移交人（签字）", "接手人（签字）", "社区经办人（签字）", "日期"])}${foot(slip.recordId, index + 1, copies.length)}
  </section>`;
}

/** The hand-over slip (任务移交单) in three copies, to be signed by both. A complete HTML document. */
export const writeHandOverSlip = (slip: HandOverSlip): string =>
  writePage(
    `任务移交单 ${slip.part}`,
    copies.map((copy, index) => writeCopy(slip, copy, index)),
  );
