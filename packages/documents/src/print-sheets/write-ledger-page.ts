import { writeDay } from "../write-minutes/chinese-forms.js";
import { html } from "./markup.js";
import { writePage } from "./write-page.js";

/** A ledger (台账) on paper: the same heading, columns and cells as its file. */
export interface LedgerPaper {
  readonly title: string;
  readonly organisation: string;
  readonly filledBy: string;
  /** `2026-09-09`. */
  readonly date: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Filled in by hand: rows high enough to write in. */
  readonly isWritten?: boolean;
  /** Below the table: "上月 23 + 新增 9 = …". */
  readonly account?: string;
}

/** A name or a day: read at one glance, so not broken into several lines. */
const isShort = (cell: string | number | null): boolean => /^(?:[^，；。]{0,4}|\d{4}-\d\d-\d\d)$/.test(String(cell ?? ""));

/** The ledger on landscape A4, its headings repeated on every sheet. A complete HTML document. */
export function writeLedgerPage({ title, organisation, filledBy, date, headings, rows, account, isWritten = false }: LedgerPaper): string {
  const cells = rows.map(
    (row) =>
      html`<tr>
        ${row.map((cell) => html`<td class="left${isShort(cell) && " short"}">${cell ?? ""}</td>`)}
      </tr>`,
  );
  return writePage(title, [
    html`<section class="sheet wide">
      <h1>${title}</h1>
      <div class="sub"><span>填报单位：${organisation}</span><span>填报人：${filledBy}</span><span>日期：${writeDay(date)}</span></div>
      <table class="${isWritten ? "ledger rows" : "ledger"}">
        <thead>
          <tr>
            ${headings.map((heading) => html`<th>${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${cells}
        </tbody>
      </table>
      ${account !== undefined && html`<p class="small">${account}</p>`}
    </section>`,
  ]);
}
