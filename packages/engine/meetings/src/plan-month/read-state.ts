import type { MeetingsContext } from "../plugin.js";
import type { PlanRow } from "./plan.repository.js";

/**
 * How a plan stands. A task that was stopped before it began, or that a restart cut off, cannot say so itself: the search that is gone has failed, and the plan
 * that was being put to use is there to be used again.
 */
export async function readPlanState({ tasks }: Pick<MeetingsContext, "tasks">, { state, taskId }: Pick<PlanRow, "state" | "taskId">): Promise<string> {
  if (state !== "planning" && state !== "applying") return state;
  const standing = taskId ? await tasks.find(taskId) : undefined;
  if (standing?.state === "waiting" || standing?.state === "running") return state;
  return state === "planning" ? "failed" : "ready";
}
