import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import { stepsOf, type ChainRow } from "./chain.repository.js";
import { checkStep, settleDecision } from "./follow-steps.js";
import { isStoodOn, type EnteredStep } from "./judge-chain.js";
import { findChain } from "./shipped-chains.js";

/** Why what was written of a step must stay: nothing is written, a later step stands on it, or it is the vote of a meeting kept here. */
export function findTakeBackProblem(
  { kind, decisionId, stoppedReason }: Pick<ChainRow, "kind" | "decisionId" | "stoppedReason">,
  entered: readonly EnteredStep[],
  step: string,
): "chainStopped" | "stepNotThere" | "stepStoodOn" | "stepVotedHere" | undefined {
  const chain = findChain(kind)!;
  if (stoppedReason !== null) return "chainStopped";
  if (!entered.some((one) => one.step === step)) return "stepNotThere";
  if (step === chain.decision.step && decisionId !== null) return "stepVotedHere";
  return isStoodOn(chain, entered, step) ? "stepStoodOn" : undefined;
}

/** A step that was written down wrongly is taken back, with the reason; throws stepUnknown, chainStopped, stepNotThere, stepVotedHere, stepStoodOn. */
export async function takeBackStep(ctx: MeetingsContext, row: ChainRow, { step, reason }: { readonly step: string; readonly reason: string }): Promise<void> {
  checkStep(row, step);
  const problem = findTakeBackProblem(row, await stepsOf(ctx.db, row.id), step);
  if (problem) throw errors[problem]({}, "body.step");
  await ctx.db
    .updateTable("meetings_chain_step")
    .set({ withdrawnOn: ctx.clock.today(), withdrawReason: reason.trim() })
    .where("chainId", "=", row.id)
    .where("step", "=", step)
    .where("withdrawnOn", "is", null)
    .execute();
  ctx.audit("takeBackStep", row.id, { step });
  await settleDecision(ctx, row);
}
