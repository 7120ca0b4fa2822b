import { generatePublished } from "../generate-world/generate-published.js";
import { generateSmall } from "../generate-world/generate-small.js";
import { advancePlan, beginPlan } from "../plan-meetings/begin-plan.js";
import { readBestPlan } from "../plan-meetings/plan.js";
import { serveRequests } from "../serve-requests.js";
import { atLeast, atMost, listSeeds, percentile, type BenchRow, type BenchTools } from "./bench-row.js";
import { findBetterPlan } from "./find-better-plan.js";

/** The row about small cases: 200 ms each, against exhaustive search. */
export function benchSmallCases(tools: BenchTools): BenchRow[] {
  const seeds = listSeeds(tools, tools.size === "full" ? 500 : 40);
  let optimal = 0;
  for (const seed of seeds) {
    const planning = beginPlan(generateSmall(seed), { seed, timeMs: 200, stopwatch: tools.stopwatch });
    while (!advancePlan(planning, 512));
    if (!findBetterPlan(planning.model, planning.state.best.total)) optimal++;
    else tools.log?.(`small ${seed} is not optimal`);
  }
  return [atLeast("small", `optimal of ${seeds.length} small cases (4–7 meetings × 2 days × 2 rooms) in 200 ms`, (100 * optimal) / seeds.length, "%", 99.5)];
}

/** From a cancel to the finished answer in the worker's loop, which reads messages between slices. */
function timeCancel(tools: BenchTools, seed: number): number {
  let finishedAt = NaN;
  const waiting: (() => void)[] = [];
  const ask = serveRequests({
    answer: (one) => (finishedAt = one.kind === "done" ? tools.stopwatch() : finishedAt),
    stopwatch: tools.stopwatch,
    later: (go) => waiting.push(go),
  });
  ask({ id: 1, call: "plan", problem: generatePublished(seed, 800), options: { seed, timeMs: 60_000 } });
  for (let i = 0; i < 3 + seed; i++) waiting.shift()!();
  const from = tools.stopwatch();
  waiting.shift()!();
  ask({ id: 1, call: "cancel" });
  waiting.shift()!();
  return finishedAt - from;
}

/** The row about cancelling. */
export function benchCancel(tools: BenchTools): BenchRow[] {
  const cancels = Array.from({ length: 10 }, (_, i) => timeCancel(tools, i + 1));
  return [atMost("cancel", "from a cancel to a valid plan, 800 meetings, longest of 10", percentile(cancels, 1), "ms", 100)];
}

/** The row about memory; none where the runtime cannot say. */
export function benchMemory(tools: BenchTools): BenchRow[] {
  if (!tools.memoryBytes) return [];
  const problem = generatePublished(1, 800);
  const before = tools.memoryBytes();
  const planning = beginPlan(problem, { seed: 1, iterations: 200_000 });
  while (!advancePlan(planning, 2048));
  const used = (tools.memoryBytes() - before) / 1e6;
  return [atMost("memory", `memory held while planning 800 meetings (${readBestPlan(planning).assignments.length} placed)`, used, "MB", 50)];
}

/** The row about size; none where nobody has bundled the package. */
export function benchSize(tools: BenchTools): BenchRow[] {
  return tools.bundleBytes ? [atMost("size", "the engine (`.`) minified and gzipped", tools.bundleBytes() / 1000, "kB", 25)] : [];
}
