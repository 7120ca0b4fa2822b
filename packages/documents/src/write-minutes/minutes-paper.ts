/** One decision (议定事项) with its owner. */
export interface MinutesDecision {
  readonly text: string;
  /** 牵头单位. */
  readonly lead: string;
  /** 责任人. */
  readonly owner: string;
  /** 配合单位. */
  readonly supporting: readonly string[];
  /** `2026-09-20`. */
  readonly dueOn: string;
}

/** A motion and its exact tally; `result` is the sentence that prints the arithmetic. */
export interface MinutesMotion {
  readonly text: string;
  /** How it was voted on: 举手表决. */
  readonly way?: string;
  readonly expected: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Spoilt papers of a vote by ballot. */
  readonly invalid?: number;
  readonly result: string;
  /** What it still needs before it has effect (尚须): the word of another body, steps; a sentence each. */
  readonly needs?: readonly string[];
}

/** One line of the agenda as it was planned. */
export interface MinutesAgendaLine {
  /** `2`, or `2.1` for what stands under it. */
  readonly number: string;
  /** 0 for a line under no other. */
  readonly depth: number;
  readonly title: string;
  /** `15:05—15:25`; empty when the meeting has no time. */
  readonly time: string;
  readonly minutes: number;
}

/** One agenda item as it was discussed. */
export interface MinutesItem {
  /** Its number on the agenda, `2.1`; counted when left out. */
  readonly number?: string;
  readonly title: string;
  /** 情况说明. */
  readonly explanation: string;
  /** 主要意见. */
  readonly opinions: readonly string[];
  readonly motion?: MinutesMotion;
  readonly decisions: readonly MinutesDecision[];
}

/** The minutes (会议纪要) of one meeting; names and texts already fit for their reader. */
export interface MinutesPaper {
  /** `光明路社区莲心议事会会议纪要`. */
  readonly title: string;
  /** `〔2026〕第 9 期`. */
  readonly number: string;
  /** As it is printed: `2026年9月9日 15:00—16:30`. */
  readonly time: string;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  readonly present: readonly string[];
  /** 列席. */
  readonly nonVoting: readonly string[];
  /** 请假. */
  readonly excused: readonly string[];
  /** 缺席: who did not come and had not said so. */
  readonly absent?: readonly string[];
  /** Printed by the plain layout. */
  readonly agenda?: readonly MinutesAgendaLine[];
  readonly items: readonly MinutesItem[];
  /** What the ledger held before and holds after (台账结转), in one line: `结转 18 + 新增 9 = 销号 0 + …`. */
  readonly account?: string;
  /** 遗留问题. */
  readonly leftovers: readonly string[];
  /** Who signs on the last page: 主持人, 记录人. */
  readonly signatures: readonly string[];
  /** Who issues it (印发) and on which day, `2026-09-10`. */
  readonly issuer: string;
  readonly issuedOn: string;
  /** `plain` for every day, `gbt9704` for the layout of official papers (GB/T 9704-2012 §10.3). */
  readonly layout: "plain" | "gbt9704";
  /** The title of the official layout in red; only if the organisation wants it. */
  readonly isRedHead?: boolean;
  /** When the file was written, UTC ISO text. */
  readonly stamp: string;
}
