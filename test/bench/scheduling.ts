import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { BenchTools } from "@lianxin/scheduling/bench";
import { build, buildSync, type BuildOptions } from "esbuild";
import type { BenchRow } from "../run/bench.js";

type Benches = typeof import("@lianxin/scheduling/bench");

const shipped: BuildOptions = { bundle: true, format: "esm", target: "es2022", conditions: ["@lianxin/source"] };

/** What is measured is the code as it ships: the runner's own transpiler wraps every function to keep its name. */
async function loadShipped(outfile: string): Promise<Benches> {
  await build({ ...shipped, entryPoints: ["packages/scheduling/src/bench/index.ts"], outfile });
  return (await import(pathToFileURL(outfile).href)) as Benches;
}

function bundleBytes(): number {
  const { outputFiles } = buildSync({ ...shipped, entryPoints: ["packages/scheduling/src/index.ts"], minify: true, write: false });
  return gzipSync(outputFiles![0]!.contents, { level: 9 }).length;
}

/** Memory in a process of its own: what other rows have held is given back whenever the collector likes, also while this one is measured. */
function measureMemory(outfile: string): BenchRow[] {
  const script = `
    import { benchScheduling } from ${JSON.stringify(pathToFileURL(outfile).href)};
    const memoryBytes = () => {
      gc();
      gc();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    console.log(JSON.stringify(benchScheduling({ size: "full", stopwatch: () => performance.now(), memoryBytes }, ["memory"])));`;
  return JSON.parse(execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", script], { encoding: "utf8" })) as BenchRow[];
}

/** `LIANXIN_SEEDS=8-14`: a long row in pieces. */
function readSeeds(text = ""): readonly [number, number] | undefined {
  const found = /^(\d+)-(\d+)$/.exec(text);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

/** The goals of docs/benchmarks/scheduling.md at their sizes, some twelve minutes on a quiet machine; LIANXIN_QUICK=1 for a look in two. */
export async function benchSchedulingGoals({ rows }: { readonly rows: readonly string[] }): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "lianxin-bench-"));
  try {
    const outfile = join(folder, "bench.mjs");
    const { benchScheduling } = await loadShipped(outfile);
    const seeds = readSeeds(process.env["LIANXIN_SEEDS"]);
    const tools: BenchTools = {
      stopwatch: () => performance.now(),
      size: process.env["LIANXIN_QUICK"] ? "quick" : "full",
      ...(seeds ? { seeds } : {}),
      bundleBytes,
      log: (line) => console.error(line),
    };
    const measured: BenchRow[] = benchScheduling(tools, rows);
    if (rows.length === 0 || rows.includes("memory")) measured.push(...measureMemory(outfile));
    return measured.map((row) => ({ ...row, figure: Number(Number(row.figure).toPrecision(4)) }));
  } finally {
    await rm(folder, { recursive: true });
  }
}
