import { task } from "../services.js";
import { applyPlan, type ApplyInput } from "./apply-plan.js";

/** Puts a plan to use, meeting by meeting. */
export const applyPlanTask = task<ApplyInput>("applyPlan", applyPlan);
