import { readFile, writeFile } from "node:fs/promises";
import { setImmediate as letInterruptsIn } from "node:timers/promises";
import { advancePlan, beginPlan, readBestPlan, readProgress, type Plan, type Planning } from "@lianxin/scheduling";
import { readProblem, writePlan } from "@lianxin/scheduling/files";
import { InvalidArgumentError, type Command } from "commander";
import { showProgress } from "../load-files/show-progress.js";
import { print } from "../say-why.js";
import { refusalOf } from "./refusal-of.js";

interface Options {
  readonly out?: string;
  readonly seconds: number;
  readonly iterations?: number;
  readonly seed: number;
  readonly json?: boolean;
}

interface Found {
  readonly plan: Plan;
  /** Whether Ctrl-C has ended the search; the plan is the best one up to then. */
  readonly isStopped: boolean;
}

const readSeconds = (text: string): number => {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 3_600)) throw new InvalidArgumentError("0–3600");
  return seconds;
};

const readWhole = (text: string): number => {
  const whole = Number(text);
  if (!Number.isSafeInteger(whole) || whole < 0) throw new InvalidArgumentError("0, 1, 2, …");
  return whole;
};

/** Searches in slices, so that an interrupt is heard between two of them; a second interrupt ends the program as ever. */
async function runSlices(planning: Planning, isQuiet: boolean): Promise<boolean> {
  const bars = showProgress(isQuiet);
  let isStopped = false;
  const stop = (): void => void (isStopped = true);
  process.once("SIGINT", stop);
  if (!isQuiet) console.error("正在排会，按 Ctrl-C 就交出到目前最好的 / planning; Ctrl-C hands over the best so far");
  try {
    // A first plan is made to the end: at a terminal a second of patience is worth more than half a plan.
    while (planning.construction ? !advancePlan(planning, 4096) : !isStopped && !advancePlan(planning, 4096)) {
      bars.tell("%", Math.round(readProgress(planning).share * 100), 100);
      await letInterruptsIn();
    }
    return isStopped;
  } finally {
    process.off("SIGINT", stop);
    bars.end();
  }
}

async function search(file: string, { seconds, iterations, seed, json }: Options): Promise<Found> {
  const problem = readProblem(await readFile(file, "utf8"));
  const stopwatch = (): number => performance.now();
  const planning = beginPlan(problem, { seed, stopwatch, ...(iterations === undefined ? { timeMs: seconds * 1_000 } : { iterations }) });
  const isStopped = await runSlices(planning, json ?? false);
  return { plan: readBestPlan(planning), isStopped };
}

function summarise({ plan: { assignments, unplaced }, isStopped }: Found): string {
  const sum = `排好 ${assignments.length} 个，没排上 ${unplaced.length} 个 / placed ${assignments.length}, unplaced ${unplaced.length}`;
  return isStopped ? `${sum}\n中途停下，这是到目前最好的 / stopped early: the best so far` : sum;
}

/** lianxin plan: meetings of a problem file, placed. Ctrl-C gives the best plan so far. Ends with 2 when a meeting found no place. */
export function addPlan(program: Command): void {
  program
    .command("plan")
    .argument("<problem>", "会议问题文件 .json / a problem of meetings")
    .description("排会：给文件里的会都找时间和地点；按 Ctrl-C 就交出到目前最好的 / place the meetings of a file; Ctrl-C hands over the best so far")
    .option("--out <file>", "写到哪里，不写就打印 / where to write the plan")
    .option("--seconds <n>", "找多久 / how long to search", readSeconds, 5)
    .option(
      "--iterations <n>",
      "找多少步，代替时间；同一种子同样步数，结果一字不差 / how many steps instead: the same seed and steps give the same bytes",
      readWhole,
    )
    .option("--seed <n>", "随机种子 / seed of the search", readWhole, 1)
    .option("--json", "一行 JSON / one line of JSON")
    .action(async (file: string, options: Options) => {
      const found = await search(file, options).catch((error: unknown) => Promise.reject(refusalOf(error, file)));
      if (options.out) await writeFile(options.out, writePlan(found.plan));
      const { assignments, unplaced, score, unloadedYears } = found.plan;
      print(
        options.json,
        {
          placed: assignments.length,
          unplaced,
          score,
          unloadedYears,
          isStopped: found.isStopped,
          ...(options.out ? { out: options.out } : { assignments }),
        },
        options.out ? summarise(found) : `${writePlan(found.plan)}${summarise(found)}`,
      );
      if (unplaced.length > 0) process.exitCode = 2;
    });
}
