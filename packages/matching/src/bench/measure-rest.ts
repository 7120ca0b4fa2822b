import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { roundFigure, type BenchRow } from "./bench-row.js";
import { makeSmallRoster } from "./goal-rows.js";
import { measureFresh } from "./measure-fresh.js";
import { measureOnce } from "./measure-speed.js";

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

/** The most memory a process holds that solves 100,000 × 100,000 with 2 M pairs, the instance included. */
export async function measureMemory(folder: string, sources: string): Promise<BenchRow[]> {
  const { megabytes } = await measureFresh("geometric-100k", folder, sources);
  return [row("memory-100k", "most memory held, 100,000 sparse, geometric", megabytes, "MB", 350)];
}

/** The size of the main door, minified and compressed. */
export async function measureSize(folder: string, sources: string): Promise<BenchRow[]> {
  const outfile = join(folder, "size.js");
  const entry = join(sources, "..", sources.includes("dist") ? "index.js" : "index.ts");
  await build({ entryPoints: [entry], bundle: true, minify: true, format: "esm", platform: "neutral", charset: "utf8", outfile, logLevel: "error" });
  return [row("size", "main door, minified and gzipped", gzipSync(readFileSync(outfile), { level: 9 }).length / 1000, "kB", 20)];
}

function row(id: string, what: string, value: number, unit: string, most: number): BenchRow {
  return { id, what, figure: roundFigure(value), unit, goal: `≤ ${most}`, holds: value <= most };
}
