import { drawQr } from "./draw-qr.js";
import { html } from "./markup.js";
import { foot, writePage } from "./write-page.js";

/** The address of one person's own page, on paper to be handed to them. */
export interface LinkSheet {
  readonly title: string;
  /** Who gives it. */
  readonly home: string;
  readonly link: string;
  /** What can be done there, and what to mind, line by line. */
  readonly lines: readonly string[];
  /** `2027年7月5日`. */
  readonly issuedOn: string;
}

/** A private address as a code to scan and in letters; nobody's name stands on it. Returns a complete HTML document. */
export function writeLinkSheet({ title, home, link, lines, issuedOn }: LinkSheet): string {
  return writePage(title, [
    html`<section class="sheet call">
      <h1>${title}</h1>
      <div class="scan">
        ${drawQr(link, "打开专用页面的二维码")}
        <div>${lines.map((line) => html`<p>${line}</p>`)}</div>
      </div>
      <p class="small">扫不了码，打开：${link}</p>
      <p class="issuer">${home}</p>
      <p class="issuer">${issuedOn}</p>
      ${foot(undefined, 1, 1)}
    </section>`,
  ]);
}
