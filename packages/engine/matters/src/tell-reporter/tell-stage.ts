import type { MatterRow } from "../find-matter/matter.repository.js";
import type { MattersContext } from "../plugin.js";

type Told = Pick<MatterRow, "state" | "referredTo" | "replyBy" | "awaits">;

/** "2026-10-15" as 10月15日. */
const dayOf = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** The stage in a word, and what it means for whoever raised it: what is being done, by whom, until when. In Chinese, for paper and letters too. */
export function tellStage({ text }: Pick<MattersContext, "text">, { state, referredTo, replyBy, awaits }: Told): { state: string; answer: string } {
  const to = referredTo ?? text("matters.told.unit", {}, "zh-CN");
  const isDated = (state === "proposed" || state === "screening") && replyBy !== null;
  const isAwaiting = state === "decided" && awaits !== null;
  const isSought = state === "referred" && referredTo === null;
  const key = isSought
    ? "matters.told.referred.sought"
    : isAwaiting
      ? "matters.told.decided.awaiting"
      : isDated
        ? `matters.told.${state}.dated`
        : `matters.told.${state}`;
  return { state: text(`matters.state.${state}`, {}, "zh-CN"), answer: text(key, { to, day: replyBy ? dayOf(replyBy) : "", awaits: awaits ?? "" }, "zh-CN") };
}
