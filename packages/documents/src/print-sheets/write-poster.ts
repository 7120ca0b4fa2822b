import { writeDay } from "../write-minutes/chinese-forms.js";
import { html } from "./markup.js";
import { closing, facts, foot, writePage } from "./write-page.js";

/** What a notice of a meeting tells the public. No phone of a private person belongs in it. */
export interface PosterPaper {
  /** Who meets: `光明路社区莲心议事会`. */
  readonly body: string;
  /** As it is printed: `2026年9月9日（星期三）下午3:00—4:30`. */
  readonly time: string;
  readonly place: string;
  readonly matters: readonly string[];
  /** What there is to read beforehand, each with where it lies. */
  readonly materials?: readonly string[];
  /** Who takes part; who may listen. */
  readonly audience?: string;
  /** The office one may ask: `社区办公室 0794-3612345`. */
  readonly contact?: string;
  readonly issuer: string;
  /** `2026-09-05`. */
  readonly issuedOn: string;
  readonly recordId?: string;
}

/** Lines in the large print that fit above the place for the seal, and in the smaller one; and about how many signs stand in such a line. */
const [mostLarge, mostSmall] = [9, 17];
const [factSigns, lineSigns] = [17, 21];

/** How large the print may be so that seal and date stay on the same page; counted as in the large print. */
function chooseSize({ time, place, audience, contact, materials, matters, body }: PosterPaper): string {
  const told = [time, place, audience, contact, materials?.join("；")].filter((value) => value !== undefined);
  const count = (texts: readonly string[], signs: number) => texts.reduce((sum, text) => sum + Math.ceil(text.length / signs), 0);
  const lines = count(told, factSigns) + count(matters, lineSigns) + Math.ceil((body.length + 36) / lineSigns);
  return lines <= mostLarge ? "" : lines <= mostSmall ? " dense" : " denser";
}

/** The notice (会议公告) to put up: one A4 page in large print, smaller when there is much to say, with space for the seal. Returns a complete HTML document. */
export function writePoster(paper: PosterPaper): string {
  const matters = html`<h2>会议议题</h2>
    <ol>
      ${paper.matters.map((matter) => html`<li>${matter}</li>`)}
    </ol>`;
  const pairs = [
    ["时间", paper.time],
    ["地点", paper.place],
    ["参加人员", paper.audience],
    ["会议材料", paper.materials?.join("；")],
    ["联系", paper.contact],
  ] as const;
  const sheet = html`<section class="sheet poster${chooseSize(paper)}">
    <h1>会议公告</h1>
    <p class="text">${paper.body}定于以下时间召开会议，现予公告，欢迎居民提出意见和建议。</p>
    ${facts(pairs)}${paper.matters.length > 0 && matters}${closing(paper.issuer, writeDay(paper.issuedOn))}${foot(paper.recordId, 1, 1)}
  </section>`;
  return writePage(`会议公告 ${paper.body}`, [sheet]);
}
