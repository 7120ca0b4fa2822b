import { html, type Markup } from "./markup.js";
import { foot, signatures, writePage } from "./write-page.js";

/** What a guardian signs before a child's data are kept or the child comes: one A4 page to fill in by hand, nothing about a child printed on it. */
export interface ConsentSheet {
  /** `上湾村儿童之家`. */
  readonly home: string;
  readonly director: string;
  /** `防溺水和阅读 2027-07-12 至 07-16 08:30—11:00`; empty: for all activities. */
  readonly activity: string;
  /** What is agreed to, each with a yes and a no of its own; the last words of the law. */
  readonly purposes: readonly { readonly title: string; readonly words: string }[];
  readonly textVersion: string;
  readonly citation: string;
  /** From this age a child may go home alone when the way is written down. */
  readonly aloneFrom: number;
}

const cell = (label: string, span = 1): Markup =>
  html`<th>${label}</th>
    <td colspan="${span}"></td>`;

/** The consent sheet (监护人同意书): fields to fill in, a yes and a no for each purpose, who collects, two lines to sign. Returns a complete HTML document. */
export function writeConsentSheet({ home, director, activity, purposes, textVersion, citation, aloneFrom }: ConsentSheet): string {
  const choices = purposes.map(
    ({ title, words }) =>
      html`<tr>
        <th>${title}</th>
        <td class="left">${words}</td>
        <td class="nowrap">□同意　□不同意</td>
      </tr>`,
  );
  const collectors = [1, 2, 3].map(
    (n) =>
      html`<tr>
        ${cell(`接送人 ${n}`)}${cell("关系")}${cell("电话")}
      </tr>`,
  );
  return writePage(`监护人同意书 ${home}`, [
    html`<section class="sheet consent">
      <h1>监护人同意书</h1>
      <div class="sub"><span>${home}</span><span>儿童主任：${director}</span></div>
      ${activity !== "" && html`<p class="small">活动：${activity}</p>`}
      <table class="rows">
        <tbody>
          <tr>
            ${cell("孩子姓名")}${cell("出生年月")}${cell("性别")}
          </tr>
          <tr>
            ${cell("年级")}${cell("住哪个网格", 3)}
          </tr>
          <tr>
            ${cell("监护人")}${cell("关系")}${cell("电话")}
          </tr>
          ${collectors}
          <tr>
            <th>自己回家</th>
            <td class="left" colspan="5">□不可以　□满 ${aloneFrom} 岁，可以，路线：</td>
          </tr>
          <tr>
            <th>过敏用药</th>
            <td class="left" colspan="5"></td>
          </tr>
        </tbody>
      </table>
      <table class="agree">
        <tbody>
          ${choices}
        </tbody>
      </table>
      <p class="small">
        每一项都可以不同意；不同意拍照不影响参加。同意了以后可以随时不同意，也可以随时看、复制、更正、删除孩子的资料：找儿童主任，或者用您的专用链接。
      </p>
      <p class="small">依据：${citation}　同意书版本：${textVersion}</p>
      ${signatures(["监护人签字", "日期"])}${foot(undefined, 1, 1)}
    </section>`,
  ]);
}
