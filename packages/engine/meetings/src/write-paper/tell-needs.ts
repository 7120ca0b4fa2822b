import type { DecisionRow } from "../find-meeting/meeting.repository.js";
import { findChainOfDecision, findChainOfMatter, stepsAt, type ChainRow } from "../follow-steps/chain.repository.js";
import { judgeChain } from "../follow-steps/judge-chain.js";
import { findChain } from "../follow-steps/shipped-chains.js";
import type { MeetingsContext } from "../plugin.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import { findOwnWarnings } from "../run-meeting/find-warnings.js";
import type { Room } from "../run-meeting/meeting-room.js";
import { dayOf } from "../tell-time/tell-time.js";

/** The steps before effect that were missing at the end of a day. */
async function missingOn({ db }: MeetingsContext, row: ChainRow, day: string): Promise<string[]> {
  const chain = findChain(row.kind)!;
  const { steps } = judgeChain(chain, await stepsAt(db, row.id, day));
  return steps.flatMap(({ on }, at) => (on === null && chain.steps[at]!.before === "effect" ? [chain.steps[at]!.name.zh] : []));
}

/** What its own words ask for holds the decision up; what its matter brought along asks for it only where such a part of it is done. */
async function needsOf(ctx: MeetingsContext, pack: RulePack, decision: DecisionRow, matterId: string | null, day: string): Promise<string[]> {
  const { db, text, clock } = ctx;
  const own = new Set(findOwnWarnings(pack, decision.text).map(({ code }) => code));
  const bodies = decision.warnings.map(({ code, competentBody, citation }) =>
    text(
      own.has(code) ? "meetings.minutes.warning" : "meetings.minutes.reminder",
      { body: text(`meetings.competent.${competentBody}`, {}, "zh-CN"), citation },
      "zh-CN",
    ),
  );
  const row = (await findChainOfDecision(db, decision.id)) ?? (matterId === null ? undefined : await findChainOfMatter(db, matterId));
  const missing = row && dayOf(row.createdAt, clock.zone) <= day ? await missingOn(ctx, row, day) : [];
  return missing.length === 0 ? bodies : [...bodies, text("meetings.minutes.stepsMissing", { steps: missing.join("、") }, "zh-CN")];
}

/**
 * By decision: whose word or which steps it still needed at the end of a day before it had effect, in sentences for papers, or that it was revoked; so that no paper says of a decision
 * more than it is, and the same paper printed later says the same. Two or three queries a decision.
 */
export async function tellNeeds(
  ctx: MeetingsContext,
  { items, live, pack }: Pick<Room, "items" | "live" | "pack">,
  decisions: readonly DecisionRow[],
  day: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const matterOf = new Map(items.map(({ id, matterId }) => [id, matterId]));
  const revoked = new Map(live.motions.map(({ id, withdrawn }) => [id, withdrawn]));
  const told = decisions.map(async (decision): Promise<readonly [string, readonly string[]]> => {
    const reason = decision.effect === "revoked" ? (revoked.get(decision.motionId) ?? "") : null;
    if (reason !== null) return [decision.motionId, [ctx.text("meetings.minutes.revoked", { reason }, "zh-CN")]];
    return [decision.motionId, await needsOf(ctx, pack, decision, matterOf.get(decision.itemId) ?? null, day)];
  });
  return new Map(await Promise.all(told));
}
