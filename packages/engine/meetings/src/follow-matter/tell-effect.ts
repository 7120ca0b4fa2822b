import { findDecision } from "../find-meeting/meeting.repository.js";
import { findChainOfDecision, findChainOfMatter, stepsOf, type ChainRow } from "../follow-steps/chain.repository.js";
import { judgeChain } from "../follow-steps/judge-chain.js";
import { findChain } from "../follow-steps/shipped-chains.js";
import type { Effect } from "../keep-state/machines.js";
import type { MeetingsContext } from "../plugin.js";
import type { ItemWarning } from "../tables/meeting.js";

/** The steps before effect that are missing, as they are called: "党员大会审议、决议公告". */
async function tellMissing({ db }: MeetingsContext, row: ChainRow): Promise<string> {
  const chain = findChain(row.kind)!;
  const { steps } = judgeChain(chain, await stepsOf(db, row.id));
  return steps.flatMap(({ on }, at) => (on === null && chain.steps[at]!.before === "effect" ? [chain.steps[at]!.name.zh] : [])).join("、");
}

export interface Awaiting {
  readonly id: string;
  readonly effect: string;
  readonly warnings: readonly ItemWarning[];
}

/** What a decision on a matter waits for, in words for whoever raised it: "业主大会表决"; null when it waits for nothing. */
export async function tellAwaited(ctx: MeetingsContext, { id, effect, warnings }: Awaiting, matterId: string): Promise<string | null> {
  const { db, text } = ctx;
  if (effect === "awaits_competent_body") {
    const bodies = [...new Set(warnings.map(({ competentBody }) => text(`meetings.competent.${competentBody}`, {}, "zh-CN")))];
    return text("meetings.effect.awaited.body", { bodies: bodies.join("、") }, "zh-CN");
  }
  if (effect !== "awaits_steps") return null;
  const row = (await findChainOfDecision(db, id)) ?? (await findChainOfMatter(db, matterId));
  return text("meetings.effect.awaited.steps", { steps: row ? await tellMissing(ctx, row) : "" }, "zh-CN");
}

/** The matter a decision is about, if any, learns what became of the decision: in force, waiting for what, or refused or revoked (why), which brings it back to the backlog. */
export async function tellEffect(ctx: MeetingsContext, decisionId: string, effect: Effect, why?: string): Promise<void> {
  const { db, use, text } = ctx;
  const decision = await findDecision(db, decisionId);
  const item = decision && (await db.selectFrom("meetings_agenda_item").select("matterId").where("id", "=", decision.itemId).executeTakeFirst());
  if (!decision || !item?.matterId) return;
  if (effect === "refused" || effect === "revoked")
    await use.matters.refuse(item.matterId, why ?? text("meetings.effect.toldRefused", { text: decision.text }, "zh-CN"));
  else await use.matters.setAwaited(item.matterId, await tellAwaited(ctx, { ...decision, effect }, item.matterId));
}
