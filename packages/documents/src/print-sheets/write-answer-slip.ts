import { writeDay } from "../write-minutes/chinese-forms.js";
import { html, paragraphs } from "./markup.js";
import { closing, facts, foot, writePage } from "./write-page.js";

/** What is told to whoever raised a matter (回告单). */
export interface AnswerSlip {
  readonly community: string;
  /** Who is addressed; `反映人` when they gave no name. */
  readonly to: string;
  readonly number: string;
  readonly title: string;
  readonly place: string;
  readonly raisedOn: string;
  /** 已转办 */
  readonly state: string;
  /** What it means: who does what until when. */
  readonly answer: string;
  /** The written reason or answer of whoever decided. */
  readonly words?: string;
  readonly contact?: string;
  /** `2026-10-13` */
  readonly writtenOn: string;
  readonly recordId?: string;
}

/** The answer to whoever raised a matter (回告单) as one A4 page in large print, with three boxes to say how content they are. A complete HTML document. */
export function writeAnswerSlip(slip: AnswerSlip): string {
  const { community, to, number, title, place, raisedOn, state, answer, words, contact, writtenOn, recordId } = slip;
  const pairs = [
    ["编号", number],
    ["您反映的事", title],
    ["地点", place],
    ["反映日期", writeDay(raisedOn)],
    ["现在", state],
  ] as const;
  const sheet = html`<section class="sheet poster dense">
    <h1>回告单</h1>
    <p><b>${to}：</b></p>
    <p class="text">您反映的事，现在答复如下。</p>
    ${facts(pairs)}
    <h2>办得怎样</h2>
    ${paragraphs(answer)}${words !== undefined && paragraphs(words)}
    <h2>您看办得怎么样（打“√”，交网格员或社区）</h2>
    <p>□ 满意　　□ 基本满意　　□ 不满意　　□ 只办了一部分</p>
    <p>意见：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
    ${contact !== undefined && html`<p class="small">有不清楚的，请问 ${contact}。</p>`}${closing(community, writeDay(writtenOn))}${foot(recordId, 1, 1)}
  </section>`;
  return writePage(`回告单 ${number}`, [sheet]);
}
