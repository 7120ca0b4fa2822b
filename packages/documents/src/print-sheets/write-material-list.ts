import { html } from "./markup.js";
import { foot, writePage } from "./write-page.js";

/** What there is to read for a meeting, in its order. */
export interface MaterialList {
  readonly meeting: string;
  readonly time: string;
  readonly place: string;
  /** What it is, and where it lies or its link. */
  readonly materials: readonly { readonly title: string; readonly where: string }[];
  readonly recordId?: string;
}

/** The list of materials (会议材料目录) to lay on top of them: number, what it is, where it lies, room for a remark. A complete HTML document. */
export function writeMaterialList({ meeting, time, place, materials, recordId }: MaterialList): string {
  const rows = materials.map(
    ({ title, where }, index) =>
      html`<tr>
        <td class="nowrap">${index + 1}</td>
        <td class="left">${title}</td>
        <td class="left">${where}</td>
        <td class="note"></td>
      </tr>`,
  );
  const sheet = html`<section class="sheet flow">
    <h1>会议材料目录</h1>
    <p><b>${meeting}</b></p>
    <div class="sub"><span>时间：${time}</span><span>地点：${place}</span></div>
    <table class="rows">
      <thead>
        <tr>
          <th>序号</th>
          <th>材料</th>
          <th>放在哪里</th>
          <th>备注</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p>共 ${materials.length} 份</p>
    ${foot(recordId, 1, 1)}
  </section>`;
  return writePage(`会议材料目录 ${meeting}`, [sheet]);
}
