import { writeDay } from "../write-minutes/chinese-forms.js";
import { html } from "./markup.js";
import { foot, slipTable, writePage } from "./write-page.js";

/** A plan of something to be held (活动方案), to be signed or as it was signed. */
export interface PlanSheet {
  readonly title: string;
  readonly subject: string;
  /** Which version this is: `第 2 版，2027-07-05 打印`. */
  readonly version: string;
  /** What it says, line by line; what nobody filled in stays empty to be written in. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly signatures: readonly {
    readonly label: string;
    /** Empty: still to be signed, by hand on this sheet. */
    readonly name: string;
    /** `2027-07-05`, or empty. */
    readonly day: string;
  }[];
}

/** A plan as one table on A4, its signatures below. A complete HTML document. */
export function writePlanSheet({ title, subject, version, facts, signatures }: PlanSheet): string {
  return writePage(`${title} ${subject}`, [
    html`<section class="sheet">
      <h1>${title}</h1>
      <div class="sub"><b>${subject}</b><span>${version}</span></div>
      ${slipTable(facts)}
      <div class="signs">${signatures.map(({ label, name, day }) => html`<span>${label}：${name}${day !== "" && `　${writeDay(day)}`}</span>`)}</div>
      ${foot(undefined, 1, 1)}
    </section>`,
  ]);
}
