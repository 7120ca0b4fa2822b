import { drawQr } from "./draw-qr.js";
import { html, type Markup } from "./markup.js";

/** The short code with which an owner without an account reports, and where it is used. */
export interface SlipCode {
  /** `7K3-F2` */
  readonly code: string;
  /** The page at which the code is typed. */
  readonly address: string;
  /** The same with the code in it, to be scanned. */
  readonly link: string;
  /** The office that takes the report on the telephone: `社区办公室 0794-3612345`. */
  readonly contact?: string;
}

/** How to report with a code: scanned, typed, or said on the telephone. */
export const tellCode = ({ code, address, link, contact }: SlipCode): Markup =>
  html`<div class="report">
    ${drawQr(link, "扫码报进度")}
    <div>
      <p>短码 <span class="code">${code}</span></p>
      <p>没有账号也能报进度、报结：扫码，或打开 ${address} 填短码${contact !== undefined && `，或打电话 ${contact}`}。</p>
    </div>
  </div>`;

/** Where a code is to be had, on a slip to sign, which has none. */
export const tellNoCode = (contact: string | undefined): Markup =>
  html`<p class="small">没有账号也要报进度的，向社区要一张任务短码单${contact !== undefined && `（${contact}）`}，凭短码报。</p>`;
