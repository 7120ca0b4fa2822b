import { benchExplanations } from "./bench-explanations.js";
import { benchPublished, benchWorld } from "./bench-many-meetings.js";
import { benchChange, benchCompile, benchNaive, benchQueries } from "./bench-one-meeting.js";
import { benchCancel, benchCancelWorld, benchMemory, benchSize, benchSmallCases } from "./bench-plan-limits.js";
import { benchReplan, benchReplanQuality } from "./bench-replan.js";
import type { BenchRow, BenchTools } from "./bench-row.js";

export type { BenchRow, BenchTools } from "./bench-row.js";
export { planFirstCome, planGreedily } from "./baselines.js";
export { generatePublished, PUBLISHED_OBJECTIVE } from "../generate-world/generate-published.js";
export { generateSmall } from "../generate-world/generate-small.js";
export { generateWorld, WORLD_SIZES, type WorldSize } from "../generate-world/generate-world.js";
export { generateCalendarWorld, generateQuery } from "../generate-world/generate-query.js";

/** Rows that come out of one measurement. */
interface Bench {
  readonly ids: readonly string[];
  readonly measure: (tools: BenchTools) => BenchRow[];
}

const BENCHES: readonly Bench[] = [
  { ids: ["one-12"], measure: (tools) => benchQueries(tools, 12, 40) },
  { ids: ["one-200"], measure: (tools) => benchQueries(tools, 200, 100) },
  { ids: ["one-1000"], measure: (tools) => benchQueries(tools, 1000, 350) },
  { ids: ["one-naive", "one-equal"], measure: benchNaive },
  { ids: ["compile"], measure: benchCompile },
  { ids: ["compile-change"], measure: benchChange },
  { ids: ["published-hard", "published-first", "published-rate", "published-medium"], measure: benchPublished },
  { ids: ["world-unplaced", "world-first-come", "world-absent", "world-broken"], measure: benchWorld },
  { ids: ["replan-p50", "replan-p99", "replan-untouched", "replan-frozen", "replan-hard"], measure: benchReplan },
  { ids: ["replan-quality", "replan-moves"], measure: benchReplanQuality },
  { ids: ["explanations"], measure: benchExplanations },
  { ids: ["small"], measure: benchSmallCases },
  { ids: ["cancel-800"], measure: benchCancel },
  { ids: ["cancel-2000"], measure: benchCancelWorld },
  { ids: ["memory"], measure: benchMemory },
  { ids: ["size"], measure: benchSize },
];

/** The rows by id, in the order of the goals. */
export const SCHEDULING_ROWS: readonly string[] = BENCHES.flatMap((bench) => bench.ids);

function isNamed(id: string, names: readonly string[]): boolean {
  return names.length === 0 || names.some((name) => id === name || id.startsWith(`${name}-`));
}

/**
 * Measures the rows of the scheduling goals that are named, by id (`one-12`) or by the first word of several (`world`); all of them when none is.
 * Minutes of work, on one thread. Error: a name that no row has.
 */
export function benchScheduling(tools: BenchTools, names: readonly string[] = []): BenchRow[] {
  const unknown = names.find((name) => !SCHEDULING_ROWS.some((id) => isNamed(id, [name])));
  if (unknown !== undefined) throw new Error(`There is no row "${unknown}". Maybe one of: ${SCHEDULING_ROWS.join(", ")}.`);
  const wanted = BENCHES.filter((bench) => bench.ids.some((id) => isNamed(id, names)));
  return wanted.flatMap((bench) => bench.measure(tools)).filter((row) => isNamed(row.id, names));
}
