import { generatePublished } from "../generate-world/generate-published.js";
import { generateWorld, WORLD_SIZES } from "../generate-world/generate-world.js";
import { advancePlan } from "../plan-meetings/advance-plan.js";
import { beginPlan } from "../plan-meetings/begin-plan.js";
import { plan, readBestPlan } from "../plan-meetings/plan.js";
import type { Problem } from "../problem.js";
import { score } from "../judge-plan/score.js";
import type { Verdict } from "../verify-plan/score-plan.js";
import { planFirstCome, planGreedily } from "./baselines.js";
import { atLeast, atMost, listSeeds, type BenchRow, type BenchTools } from "./bench-row.js";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

interface PublishedRun {
  readonly meetings: number;
  readonly hard: number;
  readonly medium: number;
  readonly greedy: number;
  readonly constructMs: number;
  readonly rate: number;
}

function runPublished(tools: BenchTools, meetings: number, seed: number): PublishedRun {
  const problem = generatePublished(seed, meetings);
  const greedy = score(problem, planGreedily(problem)).score.medium;
  const from = tools.stopwatch();
  const planning = beginPlan(problem, { seed, timeMs: 1000, stopwatch: tools.stopwatch });
  while (planning.construction) advancePlan(planning, 512);
  const constructMs = tools.stopwatch() - from;
  const before = planning.state.proposals;
  const searchFrom = tools.stopwatch();
  while (!advancePlan(planning, 2048));
  const rate = (planning.state.proposals - before) / (tools.stopwatch() - searchFrom) / 1000;
  const verdict = readBestPlan(planning);
  tools.log?.(
    `published ${meetings} seed ${seed}: ${JSON.stringify(verdict.score)}, greedy medium ${greedy}, first plan ${constructMs.toFixed(0)} ms, ${rate.toFixed(2)} M/s`,
  );
  return { meetings, hard: verdict.score.hard, medium: verdict.score.medium, greedy, constructMs, rate };
}

/** The rows about the published shape. */
export function benchPublished(tools: BenchTools): BenchRow[] {
  const runs = [50, 100, 200, 400, 800].flatMap((meetings) =>
    listSeeds(tools, tools.size === "full" ? 10 : 2).map((seed) => runPublished(tools, meetings, seed)),
  );
  const largest = runs.filter((run) => run.meetings === 800);
  return [
    atMost("published-hard", `hard violations in ${runs.length} runs of 1 s, 50–800 meetings`, sum(runs.map((run) => run.hard)), "", 0),
    atMost("published-first", "longest time to a complete first plan, 800 meetings", Math.max(...largest.map((run) => run.constructMs)) / 1000, "s", 1),
    atLeast("published-rate", "proposals a second, mean of all runs", sum(runs.map((run) => run.rate)) / runs.length, "M/s", 2.5),
    atMost(
      "published-medium",
      "medium at 1 s ÷ greedy's, summed over all runs",
      sum(runs.map((run) => run.medium)) / Math.max(1, sum(runs.map((run) => run.greedy))),
      "×",
      0.7,
    ),
  ];
}

function preferredAbsent(verdict: Verdict): number {
  return verdict.parts.find((part) => part.term === "preferredAbsent")?.value ?? 0;
}

interface WorldRun {
  readonly unplaced: number;
  readonly firstCome: number;
  readonly absent: number;
  readonly firstComeAbsent: number;
  readonly broken: number;
}

function runWorld(tools: BenchTools, problem: Problem, seed: number): WorldRun {
  const first = score(problem, planFirstCome(problem));
  const made = plan(problem, { seed, timeMs: 10_000, stopwatch: tools.stopwatch });
  const broken = made.violations.filter((one) => one.term !== "unplaced").length;
  const run = {
    unplaced: made.unplaced.length,
    firstCome: first.unplaced.length,
    absent: preferredAbsent(made),
    firstComeAbsent: preferredAbsent(first),
    broken,
  };
  tools.log?.(`world ${problem.meetings.length} seed ${seed}: ${JSON.stringify(run)} ${JSON.stringify(made.score)}`);
  return run;
}

/** The rows about our own world. */
export function benchWorld(tools: BenchTools): BenchRow[] {
  const sizes = tools.size === "full" ? WORLD_SIZES : WORLD_SIZES.slice(0, 2);
  const runs = sizes.flatMap((size) => listSeeds(tools, tools.size === "full" ? 7 : 1).map((seed) => runWorld(tools, generateWorld(seed, size), seed)));
  const share = (100 * runs.filter((run) => run.unplaced === 0).length) / runs.length;
  return [
    atLeast("world-unplaced", `of ${runs.length} worlds of 300–2,000 meetings planned without a rest in 10 s`, share, "%", 95),
    atMost(
      "world-first-come",
      "unplaced ÷ first come first served's",
      sum(runs.map((run) => run.unplaced)) / Math.max(1, sum(runs.map((run) => run.firstCome))),
      "×",
      0.1,
    ),
    atMost(
      "world-absent",
      "absent preferred hours ÷ first come first served's",
      sum(runs.map((run) => run.absent)) / Math.max(1, sum(runs.map((run) => run.firstComeAbsent))),
      "×",
      0.6,
    ),
    atMost("world-broken", "rules broken, by the independent checker", sum(runs.map((run) => run.broken)), "", 0),
  ];
}
