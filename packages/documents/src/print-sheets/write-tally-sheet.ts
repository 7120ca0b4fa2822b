import { html, type Markup } from "./markup.js";
import { foot, signatures, writePage } from "./write-page.js";

/** What was counted already, printed in the place of the room for it. */
export interface CountedPapers {
  readonly handed: number;
  readonly returned: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
}

/** Floor areas that are counted beside heads, in square metres as they are printed; what was counted once it is known. */
export interface TallyAreas {
  readonly total: string;
  readonly counted?: Readonly<Record<"handed" | "yes" | "no" | "abstain" | "invalid", string>>;
}

/** A motion to count on: why papers are spoilt (with how many), and remarks such as a vote cast for another, once they are known. */
export interface TallyMotion {
  readonly text: string;
  readonly rule: string;
  readonly counted?: CountedPapers;
  readonly areas?: TallyAreas;
  readonly spoilt?: readonly { readonly reason: string; readonly papers: number }[];
  readonly notes?: readonly string[];
}

/** A sheet to count votes on. */
export interface TallyPaper {
  readonly meeting: string;
  readonly time: string;
  readonly place: string;
  readonly expected: number;
  /** Left empty to be written in when it is not known yet. */
  readonly present?: number;
  /** 人 when left out. */
  readonly counts?: "人" | "户";
  readonly motions: readonly TallyMotion[];
  readonly recordId?: string;
}

/** The tally sheet (计票表): one A4 page for each motion, with room for tally marks and for why papers are spoilt, signed by scrutineer and teller. A complete HTML document. */
export function writeTallySheet(paper: TallyPaper): string {
  return writePage(
    `计票表 ${paper.meeting}`,
    paper.motions.map((motion, index) => writeSheet(paper, motion, index)),
  );
}

const options = [
  ["赞成", "yes"],
  ["反对", "no"],
  ["弃权", "abstain"],
  ["无效", "invalid"],
] as const;

/** Why papers are spoilt: what is known, or three empty lines while nothing is counted. */
function writeSpoilt({ counted, spoilt = [] }: TallyMotion): Markup {
  const lines = counted ? spoilt.map(({ reason, papers }) => [reason, String(papers)] as const) : [1, 2, 3].map(() => ["　", ""] as const);
  if (lines.length === 0) return html``;
  return html`<h2>无效票的原因</h2>
    <table class="rows">
      <tbody>
        ${lines.map(
          ([reason, papers]) =>
            html`<tr>
              <td>${reason}</td>
              <td>${papers} 张</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

const writeNotes = ({ notes = [] }: TallyMotion): Markup =>
  notes.length === 0
    ? html``
    : html`<h2>说明</h2>
        ${notes.map((note) => html`<p class="small">${note}</p>`)}`;

function writeSheet(paper: TallyPaper, motion: TallyMotion, index: number): Markup {
  const { text, rule, counted, areas } = motion;
  const unit = paper.counts ?? "人";
  const votes = options.map(
    ([vote, choice]) =>
      html`<tr>
        <th>${vote}</th>
        <td class="marks"></td>
        <td class="count">${counted?.[choice] ?? ""}</td>
        ${areas && html`<td class="count">${areas.counted?.[choice] ?? ""}</td>`}
      </tr>`,
  );
  return html`<section class="sheet count-sheet">
    <h1>计票表</h1>
    <p><b>${paper.meeting}</b></p>
    <div class="sub"><span>时间：${paper.time}</span><span>地点：${paper.place}</span></div>
    <h2>表决事项</h2>
    ${html`<p class="text">${text}</p>`}
    <p class="small">通过条件：${rule}</p>
    <h2>人数与票数</h2>
    <table class="rows">
      <tbody>
        <tr>
          <th>应到</th>
          <td>${paper.expected} ${unit}</td>
          <th>实到</th>
          <td>${paper.present ?? "　　"} ${unit}</td>
        </tr>
        <tr>
          <th>发出票</th>
          <td>${counted?.handed ?? "　　"} 张</td>
          <th>收回票</th>
          <td>${counted?.returned ?? "　　"} 张</td>
        </tr>
        ${
          areas &&
          html`<tr>
            <th>总面积</th>
            <td>${areas.total} ㎡</td>
            <th>参加面积</th>
            <td>${areas.counted?.handed ?? "　　"} ㎡</td>
          </tr>`
        }
      </tbody>
    </table>
    <h2>计票（每票一笔，写“正”字）</h2>
    <table class="tally">
      <thead>
        <tr>
          <th>选项</th>
          <th>正字</th>
          <th>合计（票）</th>
          ${areas && html`<th>面积（㎡）</th>`}
        </tr>
      </thead>
      <tbody>
        ${votes}
      </tbody>
    </table>
    ${writeSpoilt(motion)}${writeNotes(motion)}
    <p class="promise">核对：赞成、反对、弃权、无效四项相加，应等于收回票数。</p>
    <p>结果：□ 通过　　□ 未通过</p>
    ${signatures(["监票人", "计票人", "主持人", "日期"])}${foot(paper.recordId, index + 1, paper.motions.length)}
  </section>`;
}
