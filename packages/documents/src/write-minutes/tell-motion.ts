import type { MinutesMotion } from "./minutes-paper.js";

/** The motion and its tally as two sentences, the result, and what it still needs to have effect; the votes are said once, though the result says them, too. */
export function tellMotion({ text, way = "", expected, present, yes, no, abstain, invalid = 0, result, needs = [] }: MinutesMotion): string[] {
  const spoilt = invalid > 0 ? `，废票 ${invalid} 张` : "";
  const tally = `${way && `${way}，`}应到 ${expected} 人，实到 ${present} 人；赞成 ${yes} 票，反对 ${no} 票，弃权 ${abstain} 票${spoilt}。`;
  const verdict = result.replace(`${yes} 票赞成、${no} 票反对、${abstain} 票弃权。`, "").replace(`另有废票 ${invalid} 张。`, "");
  return [`动议：${/[。！？]$/.test(text) ? text : `${text}。`}`, tally, verdict, ...needs];
}
