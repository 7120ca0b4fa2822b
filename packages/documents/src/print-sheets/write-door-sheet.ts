import { drawQr } from "./draw-qr.js";
import { html } from "./markup.js";
import { facts, foot, writePage } from "./write-page.js";

/** What hangs at the door of a meeting for those who check themselves in. */
export interface DoorSheet {
  /** `光明路社区莲心议事会 〔2026〕第 9 次`. */
  readonly meeting: string;
  readonly time: string;
  readonly place: string;
  /** `042917`. */
  readonly code: string;
  /** Where the code to scan leads. */
  readonly link: string;
  readonly recordId?: string;
}

/** The sheet at the door (扫码签到): a code to scan, the same as six digits, and that the paper list stays. Returns a complete HTML document. */
export function writeDoorSheet({ meeting, time, place, code, link, recordId }: DoorSheet): string {
  const pairs = [
    ["会议", meeting],
    ["时间", time],
    ["地点", place],
  ] as const;
  return writePage(`扫码签到 ${meeting}`, [
    html`<section class="sheet poster call">
      <h1>扫码签到</h1>
      ${facts(pairs)}
      <div class="scan">
        ${drawQr(link, "扫码签到")}
        <div>
          <p class="code">签到码 ${code}</p>
          <p>扫一扫，写姓名，点“签到”。不用注册，不用下载。</p>
          <p>不方便用手机的，请在签到表上签名。</p>
          <p class="small">扫不了码，打开：${link}</p>
        </div>
      </div>
      ${foot(recordId, 1, 1)}
    </section>`,
  ]);
}
