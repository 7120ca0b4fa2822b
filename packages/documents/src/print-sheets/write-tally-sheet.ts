import { html, type Markup } from "./markup.js";
import { foot, signatures, writePage } from "./write-page.js";

/** A sheet to count votes on. */
export interface TallyPaper {
  readonly meeting: string;
  readonly time: string;
  readonly place: string;
  readonly expected: number;
  /** Left empty to be written in when it is not known yet. */
  readonly present?: number;
  readonly motions: readonly { readonly text: string; readonly rule: string }[];
  readonly recordId?: string;
}

/** The tally sheet (计票表): one A4 page for each motion, with room for tally marks, signed by scrutineer and teller. A complete HTML document. */
export function writeTallySheet(paper: TallyPaper): string {
  return writePage(
    `计票表 ${paper.meeting}`,
    paper.motions.map((motion, index) => writeSheet(paper, motion, index)),
  );
}

function writeSheet(paper: TallyPaper, { text, rule }: TallyPaper["motions"][number], index: number): Markup {
  const votes = ["赞成", "反对", "弃权", "无效"].map(
    (vote) =>
      html`<tr>
        <th>${vote}</th>
        <td class="marks"></td>
        <td class="count"></td>
      </tr>`,
  );
  return html`<section class="sheet">
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
          <td>${paper.expected} 人</td>
          <th>实到</th>
          <td>${paper.present ?? "　　"} 人</td>
        </tr>
        <tr>
          <th>发出票</th>
          <td>　　 张</td>
          <th>收回票</th>
          <td>　　 张</td>
        </tr>
      </tbody>
    </table>
    <h2>计票（每票一笔，写“正”字）</h2>
    <table class="tally">
      <thead>
        <tr>
          <th>选项</th>
          <th>正字</th>
          <th>合计（票）</th>
        </tr>
      </thead>
      <tbody>
        ${votes}
      </tbody>
    </table>
    <p class="text">核对：赞成、反对、弃权、无效四项相加，应等于收回票数。</p>
    <p>结果：□ 通过　　□ 未通过</p>
    ${signatures(["监票人", "计票人", "主持人", "日期"])}${foot(paper.recordId, index + 1, paper.motions.length)}
  </section>`;
}
