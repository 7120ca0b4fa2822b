import { readFile, writeFile } from "node:fs/promises";
import { setImmediate as letInterruptsIn } from "node:timers/promises";
import { advancePlan, beginPlan, readBestPlan, readProgress, type Plan, type Planning, type Violation } from "@lianxin/scheduling";
import { readProblem, writePlan } from "@lianxin/scheduling/files";
import { describe } from "@lianxin/scheduling/messages";
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

/** Rules that are listed by name; the file has all of them. */
const MOST_BROKEN = 10;

/** What pins break, which stand whatever they break; a meeting without a place is told apart. */
const listBroken = ({ violations }: Plan): readonly Violation[] => violations.filter(({ term }) => term !== "unplaced");

function tellBroken({ term, meeting, value, params }: Violation): string {
  const text = { key: `scheduling.term.${term}`, params: { ...params, value } };
  return `  ${meeting}: ${describe("zh-CN", text)} / ${describe("en", text)}`;
}

function summarise({ plan, isStopped }: Found): string {
  const { assignments, unplaced, unloadedYears } = plan;
  const broken = listBroken(plan);
  return [
    `排好 ${assignments.length} 个，没排上 ${unplaced.length} 个 / placed ${assignments.length}, unplaced ${unplaced.length}`,
    ...(isStopped ? ["中途停下，这是到目前最好的 / stopped early: the best so far"] : []),
    ...(broken.length > 0 ? [`定死的时间违反了 ${broken.length} 条规则 / pinned meetings break ${broken.length} rules`] : []),
    ...broken.slice(0, MOST_BROKEN).map(tellBroken),
    ...unloadedYears.map((year) => `${year} 年的放假安排未导入，这是草稿 / a draft: the holidays of ${year} are not loaded`),
  ].join("\n");
}

/** 2: a meeting found no place, or a pin breaks a rule; 3: complete, but a draft. */
function exitCodeOf(plan: Plan): number {
  if (plan.unplaced.length > 0 || listBroken(plan).length > 0) return 2;
  return plan.unloadedYears.length > 0 ? 3 : 0;
}

/** The plan goes where it was asked for, the words about it to the terminal: without a file stdout holds the plan alone. */
async function handOver(found: Found, { out, json }: Options): Promise<void> {
  const { assignments, unplaced, score, unloadedYears } = found.plan;
  if (out) await writeFile(out, writePlan(found.plan));
  else if (!json) {
    process.stdout.write(writePlan(found.plan));
    console.error(summarise(found));
    return;
  }
  const told = { placed: assignments.length, unplaced, broken: listBroken(found.plan), score, unloadedYears, isStopped: found.isStopped };
  print(json, { ...told, ...(out ? { out } : { assignments }) }, summarise(found));
}

/** lianxin plan: meetings of a problem file, placed. Ctrl-C gives the best plan so far. Exit codes: `exitCodeOf`; 1 when the file is refused. */
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
      await handOver(found, options);
      process.exitCode = exitCodeOf(found.plan);
    });
}
