import type { MinutesAgendaLine } from "../write-minutes/minutes-paper.js";
import { html } from "./markup.js";
import { foot, writePage } from "./write-page.js";

/** The agenda of a meeting to lay on the table. */
export interface AgendaPaper {
  /** `光明路社区莲心议事会 2026 年第 9 次会议`. */
  readonly meeting: string;
  readonly time: string;
  readonly place: string;
  readonly lines: readonly MinutesAgendaLine[];
  readonly recordId?: string;
}

/** The agenda sheet (议程单): each item with its number, its time and its minutes, what stands under an item set in. Returns a complete HTML document. */
export function writeAgenda({ meeting, time, place, lines, recordId }: AgendaPaper): string {
  const total = lines.reduce((sum, { minutes }) => sum + minutes, 0);
  const rows = lines.map(
    (line) =>
      html`<tr>
        <td class="nowrap">${line.number}</td>
        <td class="left">${"\u3000".repeat(line.depth)}${line.title}</td>
        <td class="nowrap">${line.time}</td>
        <td>${line.minutes}</td>
        <td class="note"></td>
      </tr>`,
  );
  const sheet = html`<section class="sheet flow">
    <h1>会议议程</h1>
    <p><b>${meeting}</b></p>
    <div class="sub"><span>时间：${time}</span><span>地点：${place}</span></div>
    <table class="rows">
      <thead>
        <tr>
          <th>序号</th>
          <th>议题</th>
          <th>时间</th>
          <th>分钟</th>
          <th>备注</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p>合计 ${total} 分钟</p>
    ${foot(recordId, 1, 1)}
  </section>`;
  return writePage(`会议议程 ${meeting}`, [sheet]);
}
