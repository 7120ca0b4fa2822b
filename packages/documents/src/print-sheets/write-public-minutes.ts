import { listNames, writeDay, writeItemNumber } from "../write-minutes/chinese-forms.js";
import type { MinutesItem, MinutesPaper } from "../write-minutes/minutes-paper.js";
import { tellMotion } from "../write-minutes/tell-motion.js";
import { hideNumbers } from "./hide-numbers.js";
import { html, paragraphs, type Markup } from "./markup.js";
import { closing, facts, foot, writePage } from "./write-page.js";

/** The minutes as the public may see them: how many came, not who; what was decided, who owns it, until when. */
export type PublicMinutes = Pick<MinutesPaper, "title" | "number" | "time" | "place" | "items" | "leftovers" | "issuer" | "issuedOn"> & {
  readonly presentCount: number;
  readonly nonVotingCount: number;
  /** First and last day it is up, `2026-09-11`. */
  readonly postedFrom: string;
  readonly postedTo: string;
  /** The office that takes objections. */
  readonly contact: string;
  readonly recordId?: string;
};

/**
 * The public version (公开版) of the minutes: a complete HTML document without lists of names; a mobile number that slipped into a text is masked
 * to its first three and last four digits, except in `contact`.
 */
export function writePublicMinutes(paper: PublicMinutes): string {
  const pairs = [
    ["时间", paper.time],
    ["地点", paper.place],
    ["到会", `出席 ${paper.presentCount} 人，列席 ${paper.nonVotingCount} 人`],
    ["公开期", `${writeDay(paper.postedFrom)}至${writeDay(paper.postedTo)}`],
    ["意见反映", paper.contact],
  ] as const;
  const leftovers = html`<h2>遗留问题</h2>
    <ol>
      ${paper.leftovers.map((one) => html`<li>${hideNumbers(one)}</li>`)}
    </ol>`;
  const sheet = html`<section class="sheet flow">
    <h1>${paper.title}</h1>
    <p class="number">${paper.number}</p>
    ${facts(pairs)}
    ${paper.items.map(writeItem)}${paper.leftovers.length > 0 && leftovers}${closing(paper.issuer, writeDay(paper.issuedOn))}${foot(paper.recordId, 1, 1)}
  </section>`;
  return writePage(`${paper.title}${paper.number}`, [sheet]);
}

function writeItem(item: MinutesItem, index: number): Markup {
  const rows = item.decisions.map((decision, at) => {
    const who = decision.supporting.length > 0 ? `（配合：${listNames(decision.supporting)}）` : "";
    return html`<tr>
      <td>${at + 1}</td>
      <td class="left">${hideNumbers(decision.text)}</td>
      <td>${decision.lead}${who}</td>
      <td class="nowrap">${decision.owner}</td>
      <td class="nowrap">${writeDay(decision.dueOn)}</td>
    </tr>`;
  });
  const table = html`<h3>议定事项</h3>
    <table>
      <thead>
        <tr>
          <th>序号</th>
          <th>事项</th>
          <th>责任单位</th>
          <th>责任人</th>
          <th>完成时限</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
  return html`<h2>${writeItemNumber(item.number ?? String(index + 1))}、${hideNumbers(item.title)}</h2>
    ${paragraphs(hideNumbers(item.explanation))}
    ${
      item.motion &&
      html`<h3>表决结果</h3>
        ${tellMotion(item.motion).map((line) => html`<p class="text">${hideNumbers(line)}</p>`)}`
    }${rows.length > 0 && table}`;
}
