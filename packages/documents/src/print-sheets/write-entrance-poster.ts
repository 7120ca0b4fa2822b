import { drawQr } from "./draw-qr.js";
import { html } from "./markup.js";
import { facts, foot, writePage } from "./write-page.js";

/** What tells residents where they can raise something without an account. */
export interface EntrancePoster {
  readonly community: string;
  /** The office one may ask: `社区办公室 0794-3612345`. */
  readonly contact?: string;
  /** Where the code leads: the public page. */
  readonly link: string;
  /** Working days until a first answer. */
  readonly replyDays: number;
}

/** The poster at the entrance of a house (反映一件事): one A4 page, a code to scan, and the same address to type. A complete HTML document. */
export function writeEntrancePoster({ community, contact, link, replyDays }: EntrancePoster): string {
  return writePage(`反映一件事 ${community}`, [
    html`<section class="sheet poster call">
      <h1>有事扫一扫</h1>
      ${facts([
        ["反映什么", "楼道、下水、停车、环境等大家的事"],
        ["多久答复", `${replyDays} 个工作日内第一次答复`],
        ["打电话", contact],
      ])}
      <div class="scan">
        ${drawQr(link, "扫码反映")}
        <div>
          <p class="code">扫码反映一件事</p>
          <p>不用注册，不用下载，可以不留名。</p>
          <p>交了以后有编号，随时能看办得怎样。</p>
          <p class="small">扫不了码，打开：${link}</p>
        </div>
      </div>
      <p class="issuer">${community}</p>
      ${foot(undefined, 1, 1)}
    </section>`,
  ]);
}
