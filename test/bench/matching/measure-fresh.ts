import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { Run } from "./attach-rival.js";

/** A run in a process of its own, with the most memory it held. */
export interface FreshRun extends Run {
  readonly megabytes: number;
}

/** Makes an instance by id in a fresh process and solves it once; the clock covers the solve alone. */
export async function measureFresh(id: string, folder: string, sources: string): Promise<FreshRun> {
  const program = join(folder, "fresh-run.mjs");
  if (!existsSync(program)) {
    await build({
      entryPoints: [join(sources, "fresh-run.ts")],
      bundle: true,
      conditions: ["@lianxin/source"],
      platform: "node",
      format: "esm",
      external: ["esbuild"],
      outfile: program,
      logLevel: "error",
    });
  }
  const { stdout } = await promisify(execFile)(process.execPath, [program, id]);
  return JSON.parse(stdout) as FreshRun;
}
