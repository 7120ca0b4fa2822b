import { listNames, writeDay } from "../write-minutes/chinese-forms.js";
import { html } from "./markup.js";
import { closing, foot, signatures, writePage } from "./write-page.js";

/** What a piece of work was, what was done, who checked it, and what residents say. */
export interface CloseOutSlip {
  readonly source: string;
  readonly part: string;
  readonly standard: string;
  readonly lead: string;
  readonly owner: string;
  readonly supporting: readonly string[];
  /** `2026-09-20`. */
  readonly dueOn: string;
  /** What was reported as done, and where its evidence is. */
  readonly done: string;
  readonly evidence: string;
  /** Who checked it and how; empty lines are left to be filled by hand. */
  readonly check: string;
  /** "满意 3，基本满意 0，不满意 0". */
  readonly ratings: string;
  /** The day it was closed out; left to be filled by hand when it is not yet. */
  readonly closedOn?: string;
  readonly issuer: string;
  readonly recordId?: string;
}

/** The close-out slip (销号单) with room for the seal. A complete HTML document. */
export function writeCloseOutSlip(slip: CloseOutSlip): string {
  const rows: readonly (readonly [string, string])[] = [
    ["来源", slip.source],
    ["事项", slip.part],
    ["怎样算办好", slip.standard],
    ["牵头单位", slip.lead],
    ["责任人", slip.owner],
    ["配合单位", listNames(slip.supporting)],
    ["完成时限", writeDay(slip.dueOn)],
    ["完成情况", slip.done],
    ["佐证", slip.evidence],
    ["核验", slip.check],
    ["居民评价", slip.ratings],
    ["销号时间", slip.closedOn === undefined ? "" : writeDay(slip.closedOn)],
  ];
  const body = rows.map(
    ([label, value]) =>
      html`<tr>
        <th>${label}</th>
        <td class="left">${value}</td>
      </tr>`,
  );
  return writePage(`销号单 ${slip.part}`, [
    html`<section class="sheet">
      <h1>销号单</h1>
      <table class="slip">
        <tbody>
          ${body}
        </tbody>
      </table>
      ${signatures(["核验人（签字）", "经办人（签字）"])}${closing(slip.issuer, "　　年　　月　　日")}${foot(slip.recordId, 1, 1)}
    </section>`,
  ]);
}
