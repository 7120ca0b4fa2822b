import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import { startPlanning } from "./ask-plan.js";
import type { PlanRow } from "./plan.repository.js";

/**
 * Begins another way to mend what a repair mends: what it moved goes later than it had been put. Throws planNotReady, nothingToPlan.
 * The first offer stays as it is; whoever asked may go back to it.
 */
export async function beginOther(ctx: MeetingsContext, { id, placePath, kind, state, fromOn, untilOn, seconds }: PlanRow): Promise<string> {
  if (state !== "ready" || kind !== "repair") throw errors.planNotReady();
  return startPlanning(ctx, { placePath, kind, fromOn, untilOn, seconds, otherThan: id });
}
