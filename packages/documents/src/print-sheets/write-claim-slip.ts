import { listNames, writeDay } from "../write-minutes/chinese-forms.js";
import { html, type Markup } from "./markup.js";
import { tellNoCode } from "./slip-code.js";
import { foot, signatures, slipTable, writePage } from "./write-page.js";

/** One commitment on paper: claimed (认领) by its owner or assigned (交办) to them. */
export interface ClaimSlip {
  readonly origin: "claimed" | "assigned";
  /** "莲心议事会〔2026〕第 9 次"; left out where it came from no meeting. */
  readonly meeting?: string;
  readonly decision: string;
  /** What this owner does. */
  readonly part: string;
  /** 牵头单位. */
  readonly lead: string;
  /** 责任人. */
  readonly owner: string;
  readonly supporting: readonly string[];
  /** `2026-09-20`. */
  readonly dueOn: string;
  /** What the owner takes it under: "等测量以后". */
  readonly conditions?: string;
  /** What shows that it is done: 照片、过磅单. */
  readonly evidence: string;
  /** Who checks it; never the owner. */
  readonly verifier: string;
  /** Whom to ask for a code slip (任务短码单), to report without an account. */
  readonly contact?: string;
  readonly recordId?: string;
}

const copies = {
  claimed: ["第一联　社区留存", "第二联　认领单位留存"],
  assigned: ["第一联　交办单位留存", "第二联　承办单位留存", "第三联　办结后交回"],
} as const;

/** The claim slip (任务认领书) in two copies, for the community and the owner, or the assignment (任务交办单) in three, one to come back. A complete HTML document. */
export function writeClaimSlip(slip: ClaimSlip): string {
  const title = slip.origin === "claimed" ? "任务认领书" : "任务交办单";
  return writePage(
    `${title} ${slip.part}`,
    copies[slip.origin].map((copy, index) => writeCopy(slip, title, copy, index)),
  );
}

function writeCopy(slip: ClaimSlip, title: string, copy: string, index: number): Markup {
  const rows: [string, string][] = [
    ...(slip.meeting === undefined ? [] : [["会议", slip.meeting] as [string, string]]),
    ["议定事项", slip.decision],
    [slip.origin === "claimed" ? "认领任务" : "交办任务", slip.part],
    ["责任单位（牵头）", slip.lead],
    ["责任人", slip.owner],
    ["配合单位", listNames(slip.supporting)],
    ["完成时限", writeDay(slip.dueOn)],
    ...(slip.conditions === undefined ? [] : [["条件", slip.conditions] as [string, string]]),
    ["完成凭据", slip.evidence],
    ["核验人", slip.verifier],
  ];
  const promise = slip.origin === "claimed" ? "我单位自愿认领以上任务，按时完成，接受核验。" : "以上任务已收到，按时完成，接受核验。";
  return html`<section class="sheet">
    <h1>${title}</h1>
    <div class="sub"><span></span><span>${copy}</span></div>
    ${slipTable(rows)} ${index === 1 && tellNoCode(slip.contact)}
    <p class="text promise">${promise}如需延期，在到期前向社区提出。</p>
    ${signatures(["责任单位（盖章）", "责任人（签字）", "社区经办人（签字）", "日期"])}${foot(slip.recordId, index + 1, copies[slip.origin].length)}
  </section>`;
}
