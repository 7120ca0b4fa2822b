import { html, type Markup } from "./markup.js";
import { foot, signatures, writePage } from "./write-page.js";

/** Someone expected: only the last four digits of the phone are printed. */
export interface SignInPerson {
  readonly name: string;
  /** 单位或楼栋. */
  readonly unit: string;
  /** 代表, 列席. */
  readonly standing: string;
  readonly phoneTail?: string;
}

/** A list to sign at the door. */
export interface SignInPaper {
  /** `光明路社区莲心议事会 2026 年第 9 次会议`. */
  readonly meeting: string;
  readonly time: string;
  readonly place: string;
  readonly people: readonly SignInPerson[];
  /** Rows for those who were not expected; 5 when left out. */
  readonly blankRows?: number;
  /** 签到签退表: when each came and left, and `unit` as the number to key in later. */
  readonly hasTimes?: boolean;
  /** What whoever signs should know, under the heading. */
  readonly remark?: string;
  readonly recordId?: string;
}

/** As many as leave room for the heading and for who counted on one A4 page; a remark takes the place of two. */
const rowsOf = ({ remark }: SignInPaper): number => (remark ? 18 : 20);
const headings = ["序号", "姓名", "单位或楼栋", "身份", "电话后四位", "签名", "备注"];
const timedHeadings = ["行号", "姓名", "岗位", "电话后四位", "几点到", "几点走", "签名"];
const nameOf = ({ hasTimes = false }: SignInPaper): string => (hasTimes ? "签到签退表" : "签到表");

/** The list to sign (签到表, with times 签到签退表): 20 rows on each A4 page, 18 below a remark, empty rows to the end of the last. Returns a complete HTML document. */
export function writeSignInSheet(paper: SignInPaper): string {
  const wanted = paper.people.length + (paper.blankRows ?? 5);
  const sheets = Math.max(1, Math.ceil(wanted / rowsOf(paper)));
  return writePage(
    `${nameOf(paper)} ${paper.meeting}`,
    Array.from({ length: sheets }, (_, index) => writeSheet(paper, index, sheets)),
  );
}

function writeSheet(paper: SignInPaper, index: number, sheets: number): Markup {
  const first = index * rowsOf(paper);
  const rows = Array.from({ length: rowsOf(paper) }, (_, row) => {
    const person = paper.people[first + row];
    return paper.hasTimes ? writeTimedRow(person) : writeRow(first + row + 1, person);
  });
  return html`<section class="sheet">
    <h1>${nameOf(paper)}</h1>
    <p><b>${paper.meeting}</b></p>
    <div class="sub"><span>时间：${paper.time}</span><span>地点：${paper.place}</span></div>
    ${paper.remark && html`<p>${paper.remark}</p>`}
    <table class="rows">
      <thead>
        <tr>
          ${(paper.hasTimes ? timedHeadings : headings).map((heading) => html`<th>${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${index === sheets - 1 && signatures(["签到人数", "记录人"])}${foot(paper.recordId, index + 1, sheets)}
  </section>`;
}

const tailOf = (person: SignInPerson | undefined) => person?.phoneTail?.replace(/\D/g, "").slice(-4);

function writeTimedRow(person: SignInPerson | undefined): Markup {
  return html`<tr>
    <td class="nowrap">${person?.unit}</td>
    <td>${person?.name}</td>
    <td>${person?.standing}</td>
    <td>${tailOf(person)}</td>
    <td class="note"></td>
    <td class="note"></td>
    <td class="sign"></td>
  </tr>`;
}

function writeRow(number: number, person: SignInPerson | undefined): Markup {
  return html`<tr>
    <td>${number}</td>
    <td>${person?.name}</td>
    <td>${person?.unit}</td>
    <td>${person?.standing}</td>
    <td>${tailOf(person)}</td>
    <td class="sign"></td>
    <td class="note"></td>
  </tr>`;
}
