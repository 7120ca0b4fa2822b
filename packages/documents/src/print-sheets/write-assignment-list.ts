import { listNames, writeDay } from "../write-minutes/chinese-forms.js";
import { html, type Markup } from "./markup.js";
import { foot, signatures, writePage } from "./write-page.js";

/** One line of an assignment meeting (问题交办会). What is not known yet is left to be written in by hand. */
export interface AssignmentLine {
  readonly number: string;
  readonly title: string;
  readonly place: string;
  /** Rolled over from an earlier meeting, or new: `结转 2 次`, `新增`. */
  readonly origin: string;
  /** 情况 */
  readonly situation: string;
  /** 已做 */
  readonly done?: string;
  /** 难点 */
  readonly obstacle?: string;
  /** 建议责任单位, before the meeting; 牵头单位 after it. */
  readonly lead?: string;
  readonly owner?: string;
  readonly supporting: readonly string[];
  readonly dueOn?: string;
  /** 销号标准 */
  readonly standard?: string;
}
export interface AssignmentList {
  readonly title: string;
  readonly time: string;
  readonly place: string;
  readonly lines: readonly AssignmentLine[];
  readonly recordId?: string;
}

const headings = ["序号", "编号", "事项和地点", "来源", "情况", "已做", "难点", "牵头单位", "责任人", "配合单位", "完成时限", "销号标准"];

/** The lines of an assignment meeting (交办会一览) on A4 across, the headings on each page; no unit is ranked. A complete HTML document. */
export function writeAssignmentList({ title, time, place, lines, recordId }: AssignmentList): string {
  const sheet = html`<section class="sheet flow wide">
    <h1>${title}</h1>
    <div class="sub"><span>时间：${time}</span><span>地点：${place}</span><span>共 ${lines.length} 件</span></div>
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th>${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(writeLine)}
      </tbody>
    </table>
    ${foot(recordId, 1, 1)}
  </section>`;
  return writePage(title, [sheet]);
}

function writeLine(line: AssignmentLine, index: number): Markup {
  const { number, title, place, origin, situation, done, obstacle, lead, owner, supporting, dueOn, standard } = line;
  return html`<tr>
    <td>${index + 1}</td>
    <td class="nowrap">${number}</td>
    <td class="left">${[title, place].filter(Boolean).join("，")}</td>
    <td>${origin}</td>
    <td class="left">${situation}</td>
    <td class="left">${done}</td>
    <td class="left">${obstacle}</td>
    <td>${lead}</td>
    <td>${owner}</td>
    <td>${supporting.length > 0 && listNames(supporting)}</td>
    <td class="nowrap">${dueOn && writeDay(dueOn)}</td>
    <td class="left">${standard}</td>
  </tr>`;
}

/** One A4 page for each line (一件一页), with room to write what the meeting decides and to sign. A complete HTML document. */
export function writeAssignmentSheets({ title, time, place, lines, recordId }: AssignmentList): string {
  return writePage(
    `${title} 一件一页`,
    lines.map((line, index) => writeSheet(line, index, { title, time, place, count: lines.length, recordId })),
  );
}

interface Head {
  readonly title: string;
  readonly time: string;
  readonly place: string;
  readonly count: number;
  readonly recordId: string | undefined;
}

function writeSheet(line: AssignmentLine, index: number, { title, time, place, count, recordId }: Head): Markup {
  const rows: [string, string | undefined][] = [
    ["事项", line.title],
    ["地点", line.place],
    ["来源", `${line.number}　${line.origin}`],
    ["情况", line.situation],
    ["已做", line.done],
    ["难点", line.obstacle],
    ["牵头单位", line.lead],
    ["责任人", line.owner],
    ["配合单位", line.supporting.length > 0 ? listNames(line.supporting) : undefined],
    ["完成时限", line.dueOn && writeDay(line.dueOn)],
    ["销号标准", line.standard],
  ];
  return html`<section class="sheet">
    <h1>${title}</h1>
    <div class="sub"><span>时间：${time}</span><span>地点：${place}</span><span>第 ${index + 1} 件，共 ${count} 件</span></div>
    <table class="slip">
      <tbody>
        ${rows.map(
          ([label, value]) =>
            html`<tr>
              <th>${label}</th>
              <td class="left">${value ?? "　"}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="text promise">会上意见：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
    ${signatures(["牵头单位（签字）", "主持人（签字）"])}${foot(recordId, index + 1, count)}
  </section>`;
}
