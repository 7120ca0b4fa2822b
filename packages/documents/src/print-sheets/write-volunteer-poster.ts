import { drawQr } from "./draw-qr.js";
import { html } from "./markup.js";
import { facts, foot, writePage } from "./write-page.js";

/** What a volunteer day tells the neighbours. No phone of a private person belongs in it. */
export interface VolunteerPoster {
  /** `扮靓周四`. */
  readonly title: string;
  /** `每周四 8:30—10:30`. */
  readonly when: string;
  readonly meetingPoint: string;
  /** The compounds the teams go to. */
  readonly where?: string;
  readonly work: string;
  readonly tools?: string;
  readonly hazards?: string;
  /** Whether people are photographed, in a sentence. */
  readonly photos?: string;
  /** The office one may ask: `社区办公室 0794-3612345`. */
  readonly contact?: string;
  readonly issuer: string;
  /** Where the code leads: the public page of this volunteer day. */
  readonly link: string;
  /** What one types who cannot scan: `https://lianxin.example/volunteer-days/thursday/3f9a2c`; the link itself when left out. */
  readonly typed?: string;
}

/** The poster of a volunteer day (志愿者海报): one A4 page, a code to scan, and the same address to type. A complete HTML document. */
export function writeVolunteerPoster(paper: VolunteerPoster): string {
  const pairs = [
    ["时间", paper.when],
    ["集合", paper.meetingPoint],
    ["去哪里", paper.where],
    ["做什么", paper.work],
    ["带什么", paper.tools],
    ["注意", paper.hazards],
    ["拍照", paper.photos],
    ["打电话报名", paper.contact],
  ] as const;
  return writePage(paper.title, [
    html`<section class="sheet poster call">
      <h1>${paper.title}</h1>
      ${facts(pairs)}
      <div class="scan">
        ${drawQr(paper.link, "扫码报名")}
        <div>
          <p class="code">扫一扫，我要报名</p>
          <p>写姓名和手机号就行，不用注册，不用下载。</p>
          <p>来不了随时取消，没有任何影响。</p>
          <p class="small">扫不了码，打开：${paper.typed ?? paper.link}</p>
        </div>
      </div>
      <p class="issuer">${paper.issuer}</p>
      ${foot(undefined, 1, 1)}
    </section>`,
  ]);
}
