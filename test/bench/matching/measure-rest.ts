import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { solvePairing, type PairingProblem } from "@lianxin/matching/integers";
import { build } from "esbuild";
import { roundFigure, type BenchRow } from "./bench-row.js";
import { makeSmallRoster } from "./goal-rows.js";
import { measureFresh } from "./measure-fresh.js";
import { makeShort, makeUniform } from "./make-sparse.js";
import { cpuSince, measureOnce } from "./measure-speed.js";

/** The small roster, cold and warm, in milliseconds. */
export async function measureSmallRoster(folder: string, sources: string): Promise<BenchRow[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  const problem = makeSmallRoster();
  for (let k = 0; k < 60; k++) {
    if (k % 8 === 0) cold.push((await measureFresh("roster-200", folder, sources)).ms);
    warm.push(measureOnce(problem).ms);
  }
  return [
    row("roster-200-cold", "roster 200 × 40, first call in a fresh process", Math.min(...cold), "ms", 5),
    row("roster-200-warm", "roster 200 × 40, warm", Math.min(...warm), "ms", 3),
  ];
}

/** CPU time until it is known why 10,000 rows have no plan: 60 of them know the same 50 columns, or there are 500 columns too few. */
export function measureShortages(): Promise<BenchRow[]> {
  const sparse = { rows: 10_000, columns: 10_000, degree: 20, columnMin: 0, columnMax: 1 };
  const few = makeShort(sparse, { rows: 60, columns: 50 }, 14);
  const all = makeUniform({ ...sparse, columns: 9_500 }, 15);
  return Promise.resolve([
    row("shortage-10k-few", "why there is no plan: 60 of 10,000 rows know the same 50 columns", timeShortage(few), "ms", 1_000),
    row("shortage-10k-all", "why there is no plan: 10,000 rows, 9,500 columns", timeShortage(all), "ms", 1_000),
  ]);
}

function timeShortage(problem: PairingProblem): number {
  const times = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    const answer = solvePairing(problem);
    const ms = cpuSince(before);
    if (answer.solved || answer.of !== "rows" || answer.need !== answer.rows.length || answer.offer !== answer.columns.length || answer.need <= answer.offer)
      throw new Error("an instance without a plan was not explained");
    return ms;
  });
  return Math.min(...times);
}

/** The most memory a process holds that solves 100,000 × 100,000 with 2 M pairs, the instance included. */
export async function measureMemory(folder: string, sources: string): Promise<BenchRow[]> {
  const { megabytes } = await measureFresh("geometric-100k", folder, sources);
  return [row("memory-100k", "most memory held, 100,000 sparse, geometric", megabytes, "MB", 350)];
}

/** The size of the main door, minified and compressed. */
export async function measureSize(folder: string, sources: string): Promise<BenchRow[]> {
  const outfile = join(folder, "size.js");
  const entry = join(sources, "../../../packages/matching/src/index.ts");
  await build({
    entryPoints: [entry],
    bundle: true,
    conditions: ["@lianxin/source"],
    minify: true,
    format: "esm",
    platform: "neutral",
    charset: "utf8",
    outfile,
    logLevel: "error",
  });
  return [row("size", "main door, minified and gzipped", gzipSync(readFileSync(outfile), { level: 9 }).length / 1000, "kB", 20)];
}

function row(id: string, what: string, value: number, unit: string, most: number): BenchRow {
  return { id, what, figure: roundFigure(value), unit, goal: `≤ ${most}`, holds: value <= most };
}
