import { html, type Markup } from "./markup.js";
import { writePage } from "./write-page.js";

/** Voting papers for one motion. */
export interface BallotPaper {
  readonly body: string;
  readonly motion: string;
  /** As it is printed: `2026年9月9日`. */
  readonly day: string;
  /** How many to print. */
  readonly count: number;
  /** Whether they are numbered; a secret ballot is not. */
  readonly isNumbered: boolean;
  /** Whose paper each is, in the order of the roll: a named paper that comes back has to be put to one unit. */
  readonly voters?: readonly BallotVoter[];
  /** By when and where it is handed in: `12月20日前交到社区办公室`. */
  readonly handIn?: string;
}

/** The unit a named paper stands for. */
export interface BallotVoter {
  readonly label: string;
  /** `98.50 ㎡`. */
  readonly area?: string;
  /** Null for a member of a body, who owns nothing; left out where the owner is not known and is written in. */
  readonly owner?: string | null;
}

/** Voting papers (表决票), two to an A4 page to be cut, with 赞成, 反对 and 弃权 in equal size. Returns a complete HTML document. */
export function writeBallot(paper: BallotPaper): string {
  const ballots = Array.from({ length: paper.count }, (_, index) => writeOne(paper, index + 1));
  const sheets = Array.from(
    { length: Math.ceil(paper.count / 2) },
    (_, index) => html`<section class="sheet">${ballots.slice(index * 2, index * 2 + 2)}</section>`,
  );
  return writePage(`表决票 ${paper.body}`, sheets);
}

const writeVoter = ({ label, area, owner }: BallotVoter): Markup =>
  html`<div class="sub">
      <span><b>${label}</b>${area && `　${area}`}</span>${owner !== null && html`<span>业主：${owner ?? "　　　　　　"}</span>`}
    </div>
    <div class="sub">
      <span>签名：<u>　　　　　　　　</u></span
      ><span>日期：<u>　　　　　　　　</u></span>
    </div>`;

function writeOne({ body, motion, day, isNumbered, voters, handIn }: BallotPaper, number: number): Markup {
  const voter = voters?.[number - 1];
  const choices = ["赞成", "反对", "弃权"].map((choice) => html`<span>${choice}<span class="circle"></span></span>`);
  return html`<div class="half">
    <h1>表决票</h1>
    <div class="sub"><span>${body}</span><span>${day}</span><span>${isNumbered && `第 ${String(number).padStart(3, "0")} 号`}</span></div>
    ${voter && writeVoter(voter)}
    <p><b>表决事项：</b>${motion}</p>
    <div class="choices">${choices}</div>
    <p class="small">填写说明：只选一项，在所选项下面的圆圈内打“√”。不选、多选或写了别的内容，为无效票。${handIn && `${handIn}。`}</p>
  </div>`;
}
