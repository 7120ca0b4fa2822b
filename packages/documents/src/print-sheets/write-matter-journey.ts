import { html, type Markup } from "./markup.js";
import { facts, foot, writePage } from "./write-page.js";

export interface JourneyStep {
  /** As it is printed: `10月13日 08:30`. */
  readonly at: string;
  /** 接单 */
  readonly step: string;
  /** Who did it; empty where nobody is named. */
  readonly by: string;
  readonly words: string;
}
/** One matter of those a request became, with who has it and how it stands. */
export interface JourneyPart {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly owner?: string;
  readonly dueOn?: string;
  readonly steps: readonly JourneyStep[];
}
/** A matter from the day it was raised to the day it was settled (诉求全程单). */
export interface MatterJourney {
  readonly community: string;
  readonly number: string;
  readonly title: string;
  readonly place: string;
  readonly reporter: string;
  readonly raisedAt: string;
  readonly state: string;
  /** `11 小时 49 分`; undefined while nobody answered. */
  readonly responseTime?: string;
  /** How often a unit sent it back. */
  readonly bounces: number;
  readonly steps: readonly JourneyStep[];
  readonly parts: readonly JourneyPart[];
  readonly printedOn: string;
  readonly recordId?: string;
}

/**
 * Everything that happened to a matter and to the matters it was split into (诉求全程单), in small rows, so that a usual one is one A4 page; a longer
 * one runs on. No phone number is part of it. A complete HTML document.
 */
export function writeMatterJourney(journey: MatterJourney): string {
  const { community, number, title, place, reporter, raisedAt, state, responseTime, bounces, parts, printedOn, recordId } = journey;
  const pairs = [
    ["事项", title],
    ["地点", place],
    ["反映", [reporter, raisedAt].join("，")],
    ["现在", [state, responseTime !== undefined && `首次回应用时 ${responseTime}`, `退单 ${bounces} 次`].filter(Boolean).join("；")],
  ] as const;
  const sheet = html`<section class="sheet flow journey">
    <h1>诉求全程单</h1>
    <div class="sub"><span>${community}</span><span>编号：${number}</span><span>打印：${printedOn}</span></div>
    ${facts(pairs)}${writeSteps(journey.steps, heads)}${parts.map(writePart)}${foot(recordId, 1, 1)}
  </section>`;
  return writePage(`诉求全程单 ${number}`, [sheet]);
}

function writePart({ number, title, state, owner, dueOn, steps }: JourneyPart): Markup {
  const who = [state, owner && `责任：${owner}`, dueOn && `时限：${dueOn}`].filter(Boolean).join("；");
  return html`<h2>${number}　${title}</h2>
    <p class="small">${who}</p>
    ${writeSteps(steps)}`;
}

const heads = html`<thead>
  <tr>
    <th>时间</th>
    <th>环节</th>
    <th>经办</th>
    <th>说明</th>
  </tr>
</thead>`;

function writeSteps(steps: readonly JourneyStep[], head?: Markup): Markup {
  const rows = steps.map(
    ({ at, step, by, words }) =>
      html`<tr>
        <td class="nowrap">${at}</td>
        <td class="nowrap">${step}</td>
        <td class="nowrap">${by}</td>
        <td class="left">${words}</td>
      </tr>`,
  );
  return html`<table>
    ${head}
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
