import { generatePublished } from "../generate-world/generate-published.js";
import { generateSmall } from "../generate-world/generate-small.js";
import { generateWorld, WORLD_SIZES } from "../generate-world/generate-world.js";
import { advancePlan } from "../plan-meetings/advance-plan.js";
import { beginPlan } from "../plan-meetings/begin-plan.js";
import { readBestPlan } from "../plan-meetings/plan.js";
import type { Problem } from "../problem.js";
import { serveRequests } from "../serve-requests.js";
import { atLeast, atMost, listSeeds, type BenchRow, type BenchTools } from "./bench-row.js";
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

/** Longest time between two looks at the messages, and from a cancel after some slices to the answer. */
interface Cancelled {
  readonly longest: number;
  readonly answered: number;
  readonly placed: number;
}

/** The worker's loop, which reads messages between slices: a cancel may come at the worst moment, just after one of them has begun. */
function cancelAfter(tools: BenchTools, problem: Problem, slices: number): Cancelled {
  const waiting: (() => void)[] = [];
  let [longest, answeredAt, placed] = [0, NaN, 0];
  const ask = serveRequests({
    answer: (one) => {
      if (one.kind === "progress" || (one.kind === "done" && !("assignments" in one.result))) return;
      answeredAt = tools.stopwatch();
      if (one.kind === "done" && "assignments" in one.result) placed = one.result.assignments.length;
    },
    stopwatch: tools.stopwatch,
    later: (go) => waiting.push(go),
  });
  const timed = (work: () => void): void => {
    const from = tools.stopwatch();
    work();
    longest = Math.max(longest, tools.stopwatch() - from);
  };
  timed(() => ask({ id: 1, call: "plan", problem, options: { seed: 1, timeMs: 60_000 } }));
  for (let i = 0; i < slices; i++) timed(waiting.shift()!);
  const from = tools.stopwatch();
  ask({ id: 1, call: "cancel" });
  waiting.shift()!();
  return { longest, answered: answeredAt - from, placed };
}

function benchCancelOf(tools: BenchTools, id: string, what: string, problem: Problem, points: readonly number[]): BenchRow {
  const cancels = points.map((slices) => cancelAfter(tools, problem, slices));
  tools.log?.(
    `${id}: ${cancels.map((one, i) => `after ${points[i]} slices ${one.placed} placed, piece ${one.longest.toFixed(0)} + answer ${one.answered.toFixed(0)} ms`).join("; ")}`,
  );
  return atMost(id, what, Math.max(...cancels.map((one) => one.longest + one.answered)), "ms", 100);
}

/** After how many slices somebody cancels: while the problem is read, while the first plan is made, and later. */
const POINTS = [0, 5, 20, 40, 60, 80, 100, 120, 160];
const CANCEL = `longest piece between two looks, and from a cancel to a valid plan, worst of ${POINTS.length} moments`;

/** The row about cancelling a plan of 800 meetings. */
export const benchCancel = (tools: BenchTools): BenchRow[] => [
  benchCancelOf(tools, "cancel-800", `${CANCEL}, 800 meetings`, generatePublished(1, 800), POINTS),
];

/** The row about cancelling a plan of 2,000 meetings of our own world. */
export const benchCancelWorld = (tools: BenchTools): BenchRow[] => [
  benchCancelOf(tools, "cancel-2000", `${CANCEL}, 2,000 meetings of our own world`, generateWorld(1, WORLD_SIZES[2]!), POINTS),
];

/** The row about memory: the most that is held at any of some hundred moments, each after a collection. None where the runtime cannot say. */
export function benchMemory(tools: BenchTools): BenchRow[] {
  if (!tools.memoryBytes) return [];
  const problem = generatePublished(1, 800);
  const before = tools.memoryBytes();
  const planning = beginPlan(problem, { seed: 1, iterations: 200_000 });
  let most = before;
  while (!advancePlan(planning, 8192)) most = Math.max(most, tools.memoryBytes());
  const placed = readBestPlan(planning).assignments.length;
  return [
    atMost("memory", `memory held while planning 800 meetings (${placed} placed), at most`, (Math.max(most, tools.memoryBytes()) - before) / 1e6, "MB", 50),
  ];
}

/** The row about size; none where nobody has bundled the package. */
export function benchSize(tools: BenchTools): BenchRow[] {
  return tools.bundleBytes ? [atMost("size", "the engine (`.`) minified and gzipped", tools.bundleBytes() / 1000, "kB", 25)] : [];
}
