import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import { startPlanning } from "./ask-plan.js";
import type { PlanRow } from "./plan.repository.js";
import { readPlanState } from "./read-state.js";

/**
 * Begins another way to mend what a repair mends: what it moved goes later than it had been put. Throws planNotReady, nothingToPlan.
 * The first offer stays as it is; whoever asked may go back to it.
 */
export async function beginOther(ctx: MeetingsContext, plan: PlanRow): Promise<string> {
  const { id, placePath, kind, fromOn, untilOn, seconds } = plan;
  if ((await readPlanState(ctx, plan)) !== "ready" || kind !== "repair") throw errors.planNotReady();
  return startPlanning(ctx, { placePath, kind, fromOn, untilOn, seconds, otherThan: id });
}
