import { writeDay } from "../write-minutes/chinese-forms.js";
import { drawQr } from "./draw-qr.js";
import { html } from "./markup.js";
import { closing, facts, foot, writePage } from "./write-page.js";

/** Hours served as they are certified: the community's own record (民政部令第67号 第十四、十五条). */
export interface HoursCertificate {
  readonly number: string;
  readonly name: string;
  /** `9 小时 10 分`. */
  readonly hours: string;
  /** `2026-09-17`. */
  readonly from: string;
  readonly to: string;
  readonly services: readonly { readonly day: string; readonly title: string; readonly place: string; readonly work: string; readonly time: string }[];
  /** 记录单位. */
  readonly issuer: string;
  readonly handler?: string;
  readonly contact?: string;
  readonly issuedOn: string;
  /** What the code holds: an address whose end is the signed text. */
  readonly proof: string;
}

const note = "本证明是本单位志愿服务记录，不是全国志愿服务信息系统出具的证明。扫描二维码可以核对编号、姓名和时长；扫不了的，可以请本单位按证明编号核对。";

/** The certificate of hours (志愿服务时长证明), with a signed code, the services it counts, and space for the seal. A complete HTML document. */
export function writeHoursCertificate(paper: HoursCertificate): string {
  const pairs = [
    ["证明编号", paper.number],
    ["记录单位", paper.issuer],
    ["经办人", paper.handler],
    ["联系方式", paper.contact],
  ] as const;
  const rows = paper.services.map(
    ({ day, title, place, work, time }) =>
      html`<tr>
        <td>${writeDay(day)}</td>
        <td>${title}</td>
        <td>${place}</td>
        <td class="left">${work}</td>
        <td>${time}</td>
      </tr>`,
  );
  return writePage(`志愿服务时长证明 ${paper.number}`, [
    html`<section class="sheet flow certificate">
      <h1>志愿服务时长证明</h1>
      <p class="number">本单位志愿服务记录</p>
      <p class="text">
        ${paper.name}于${writeDay(paper.from)}至${writeDay(paper.to)}参加本单位组织的志愿服务，服务时长共 <strong>${paper.hours}</strong>，特此证明。
      </p>
      <table>
        <thead>
          <tr>
            <th>日期</th>
            <th>活动</th>
            <th>地点</th>
            <th>服务内容</th>
            <th>时长</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      <div class="scan">
        ${drawQr(paper.proof, "核对用的二维码")}
        <div>
          ${facts(pairs)}
          <p class="small">${note}</p>
        </div>
      </div>
      ${closing(paper.issuer, writeDay(paper.issuedOn))}${foot(paper.number, 1, 1)}
    </section>`,
  ]);
}
