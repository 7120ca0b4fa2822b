import { html, type Markup } from "./markup.js";
import { foot, signatures, writePage } from "./write-page.js";

/** A form to raise a matter on paper (议题提出表): blank, or with what is known already. */
export interface RaiseForm {
  /** `光明路社区` */
  readonly community: string;
  /** The office one may ask: `社区办公室 0794-3612345`. */
  readonly contact?: string;
  /** Working days until a first answer. */
  readonly replyDays: number;
  /** Lines of the form that are filled in already, by their heading. */
  readonly filled?: Readonly<Partial<Record<RaiseField, string>>>;
  readonly recordId?: string;
}
export type RaiseField = keyof typeof headings;

const headings = {
  title: "什么事（一句话）",
  place: "在哪里",
  detail: "说说情况",
  affected: "影响哪些楼栋、多少户",
  wish: "希望怎样",
  name: "反映人（可不留名）",
  phone: "怎么找您（电话）",
} as const;
const tall: readonly RaiseField[] = ["detail", "wish"];

/** The form (议题提出表) as one A4 page: seven lines in large print, how it came, who received it, and a slip with the number to tear off. A complete HTML document. */
export function writeRaiseForm(form: RaiseForm): string {
  const { community, contact, replyDays, filled = {}, recordId } = form;
  const rows = (Object.keys(headings) as RaiseField[]).map((field) => writeRow(field, filled[field]));
  const sheet = html`<section class="sheet">
    <h1>议题提出表</h1>
    <div class="sub"><span>${community}</span><span>编号：＿＿＿＿＿＿＿＿（社区填写）</span></div>
    <table class="slip form">
      <tbody>
        ${rows}
        <tr>
          <th>怎么来的</th>
          <td class="left">□ 本人写　□ 代他填　□ 上门走访　□ 电话　□ 夜话　□ 联名（另附名单）</td>
        </tr>
      </tbody>
    </table>
    <p class="text promise">收到后 ${replyDays} 个工作日内给您第一次答复。不留名也可以提；不留名的，凭下面的编号来问。</p>
    ${signatures(["提出人（签字，可不签）", "接收人（签字）", "代填人（签字）", "日期"])}
    <div class="tear">
      <p><b>回执</b>　编号：＿＿＿＿＿＿＿＿　收到日期：＿＿＿＿＿＿＿＿　接收人：＿＿＿＿＿＿＿</p>
      <p class="small">${community}${contact !== undefined && `　问进展：${contact}`}</p>
    </div>
    ${foot(recordId, 1, 1)}
  </section>`;
  return writePage(`议题提出表 ${community}`, [sheet]);
}

function writeRow(field: RaiseField, value: string | undefined): Markup {
  return html`<tr${tall.includes(field) && html` class="tall"`}>
    <th>${headings[field]}</th>
    <td class="left">${value}</td>
  </tr>`;
}
