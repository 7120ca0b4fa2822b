import { drawQr } from "./draw-qr.js";
import { html } from "./markup.js";
import { writePage } from "./write-page.js";

/** Codes for residents to say how a piece of work was done, one each. */
export interface RatingSheet {
  readonly community: string;
  /** What was done. */
  readonly title: string;
  /** The page at which a code is typed. */
  readonly address: string;
  /** Each code, and the address with it to scan. */
  readonly codes: readonly { readonly code: string; readonly link: string }[];
}

const onPage = 8;

/** Slips (评价码) to cut out, eight on an A4 page: what was done, a code to scan, the same to type. Nobody's name. A complete HTML document. */
export function writeRatingSheet({ community, title, address, codes }: RatingSheet): string {
  const pages = Array.from({ length: Math.ceil(codes.length / onPage) }, (_, page) => codes.slice(page * onPage, (page + 1) * onPage));
  const drawSlip = ({ code, link }: RatingSheet["codes"][number]) =>
    html`<div class="badge">
      <span class="small">${community}　办得好不好，您来说</span>
      <span>${title}</span>
      <div class="report">
        ${drawQr(link, "扫码评价")}
        <div>
          <p class="code">${code}</p>
          <p class="small">扫码，或打开 ${address} 填评价码。只能用一次，不留名。</p>
        </div>
      </div>
    </div>`;
  return writePage(
    `评价码 ${title}`,
    pages.map((slips) => html`<section class="sheet badges">${slips.map(drawSlip)}</section>`),
  );
}
