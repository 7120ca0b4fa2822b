import { benchExplanations } from "./bench-explanations.js";
import { benchPublished, benchWorld } from "./bench-many-meetings.js";
import { benchOneMeeting } from "./bench-one-meeting.js";
import { benchLimits, benchSmallCases } from "./bench-plan-limits.js";
import { benchReplan } from "./bench-replan.js";
import type { BenchRow, BenchTools } from "./bench-row.js";

export type { BenchRow, BenchTools } from "./bench-row.js";
export { planFirstCome, planGreedily } from "./baselines.js";
export { generatePublished, PUBLISHED_OBJECTIVE } from "../generate-world/generate-published.js";
export { generateSmall } from "../generate-world/generate-small.js";
export { generateWorld, WORLD_SIZES, type WorldSize } from "../generate-world/generate-world.js";
export { generateCalendarWorld, generateQuery } from "../generate-world/generate-query.js";

/** The groups of rows, by name, in the order of the goals. */
export const SCHEDULING_BENCHES: Readonly<Record<string, (tools: BenchTools) => BenchRow[]>> = {
  one: benchOneMeeting,
  published: benchPublished,
  world: benchWorld,
  replan: benchReplan,
  explanations: benchExplanations,
  small: benchSmallCases,
  limits: benchLimits,
};

/** Measures every row of the scheduling goals (or the named groups). Minutes of work, on one thread. */
export function benchScheduling(tools: BenchTools, groups: readonly string[] = Object.keys(SCHEDULING_BENCHES)): BenchRow[] {
  return groups.flatMap((group) => SCHEDULING_BENCHES[group]?.(tools) ?? []);
}
