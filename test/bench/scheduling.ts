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

/** Rows that are measured in a process of their own: what other rows have left to be collected costs time and room that are not theirs. */
const ALONE: readonly string[] = ["one-12", "one-200", "one-1000", "compile", "compile-change", "memory", "cancel-800", "cancel-2000"];

function measureAlone(outfile: string, id: string): BenchRow[] {
  const script = `
    import { benchScheduling } from ${JSON.stringify(pathToFileURL(outfile).href)};
    const memoryBytes = () => {
      gc();
      gc();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const rows = benchScheduling({ size: "full", stopwatch: () => performance.now(), memoryBytes, log: console.error }, [${JSON.stringify(id)}]);
    console.log(JSON.stringify(rows.filter((row) => row.id === ${JSON.stringify(id)})));`;
  return JSON.parse(
    execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", script], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }),
  ) as BenchRow[];
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
    const { benchScheduling, SCHEDULING_ROWS } = await loadShipped(outfile);
    const seeds = readSeeds(process.env["LIANXIN_SEEDS"]);
    const tools: BenchTools = {
      stopwatch: () => performance.now(),
      size: process.env["LIANXIN_QUICK"] ? "quick" : "full",
      ...(seeds ? { seeds } : {}),
      bundleBytes,
      log: (line) => console.error(line),
    };
    const isNamed = (id: string): boolean => rows.length === 0 || rows.some((name) => id === name || id.startsWith(`${name}-`));
    const wanted = SCHEDULING_ROWS.filter(isNamed);
    const here = wanted.filter((id) => !ALONE.includes(id));
    const measured: BenchRow[] = here.length > 0 || wanted.length === 0 ? benchScheduling(tools, wanted.length === 0 ? rows : here) : [];
    for (const id of wanted) if (ALONE.includes(id)) measured.push(...measureAlone(outfile, id));
    return measured.map((row) => ({ ...row, figure: Number(Number(row.figure).toPrecision(4)) }));
  } finally {
    await rm(folder, { recursive: true });
  }
}
