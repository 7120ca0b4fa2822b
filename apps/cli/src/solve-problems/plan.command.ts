import { readFile, writeFile } from "node:fs/promises";
import { plan, type Plan } from "@lianxin/scheduling";
import { readProblem, writePlan } from "@lianxin/scheduling/files";
import { InvalidArgumentError, type Command } from "commander";
import { showProgress } from "../load-files/show-progress.js";
import { print } from "../say-why.js";
import { refusalOf } from "./refusal-of.js";

interface Options {
  readonly out?: string;
  readonly seconds: number;
  readonly json?: boolean;
}

const readSeconds = (text: string): number => {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 3_600)) throw new InvalidArgumentError("0–3600");
  return seconds;
};

async function search(file: string, { seconds, json }: Options): Promise<Plan> {
  const problem = readProblem(await readFile(file, "utf8"));
  const bars = showProgress(json ?? false);
  const found = plan(problem, {
    seed: 1,
    timeMs: seconds * 1_000,
    stopwatch: () => performance.now(),
    onProgress: ({ share }) => bars.tell("%", Math.round(share * 100), 100),
  });
  bars.end();
  return found;
}

/** lianxin plan: meetings of a problem file, placed. Ends with 2 when a meeting found no place. */
export function addPlan(program: Command): void {
  program
    .command("plan")
    .argument("<problem>", "会议问题文件 .json / a problem of meetings")
    .description("排会：给文件里的会都找时间和地点 / place the meetings of a file")
    .option("--out <file>", "写到哪里，不写就打印 / where to write the plan")
    .option("--seconds <n>", "找多久 / how long to search", readSeconds, 5)
    .option("--json", "一行 JSON / one line of JSON")
    .action(async (file: string, options: Options) => {
      const found = await search(file, options).catch((error: unknown) => Promise.reject(refusalOf(error)));
      if (options.out) await writeFile(options.out, writePlan(found));
      const { assignments, unplaced, score, unloadedYears } = found;
      const sum = `排好 ${assignments.length} 个，没排上 ${unplaced.length} 个 / placed ${assignments.length}, unplaced ${unplaced.length}`;
      print(
        options.json,
        { placed: assignments.length, unplaced, score, unloadedYears, ...(options.out ? { out: options.out } : { assignments }) },
        options.out ? sum : `${writePlan(found)}${sum}`,
      );
      if (unplaced.length > 0) process.exitCode = 2;
    });
}
