import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PairingProblem } from "@lianxin/matching/integers";
import { attachRival, type Rival } from "./attach-rival.js";
import { writeDimacs } from "./write-dimacs.js";

/** CPU time after which LEMON's process is ended by the system. */
const STOP_AFTER_MS = 200_000;

/** The solvers we measure against. */
export type RivalName = "LEMON" | "scipy";

/** Why a rival cannot run here, or undefined if it can. */
export function findObstacle(name: RivalName): string | undefined {
  if (name === "LEMON") return existsSync("/usr/include/lemon/network_simplex.h") ? findMissing("g++") : "liblemon-dev is not installed";
  try {
    execFileSync("/usr/bin/python3", ["-c", "import scipy.optimize"], { stdio: "ignore" });
    return undefined;
  } catch {
    return "python3-scipy is not installed";
  }
}

function findMissing(command: string): string | undefined {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return undefined;
  } catch {
    return `${command} is not installed`;
  }
}

/** Loads an instance into a rival; `folder` takes its files, `sources` is where the runners lie. @throws Error with what it said if it does not start */
export function startRival(name: RivalName, problem: PairingProblem, folder: string, sources: string): Promise<Rival> {
  const child = name === "LEMON" ? startLemon(problem, folder, sources) : startScipy(problem, folder, sources);
  return attachRival(name, child, STOP_AFTER_MS);
}

function startLemon(problem: PairingProblem, folder: string, sources: string): ChildProcessWithoutNullStreams {
  const program = join(folder, "lemon-runner");
  if (!existsSync(program)) execFileSync("g++", ["-O3", "-o", program, join(sources, "lemon-runner.cpp")]);
  const file = join(folder, "instance.min");
  writeFileSync(file, writeDimacs(problem));
  return spawn(program, [file, String(STOP_AFTER_MS / 1000)]);
}

function startScipy(problem: PairingProblem, folder: string, sources: string): ChildProcessWithoutNullStreams {
  const file = join(folder, "instance.bin");
  writeFileSync(file, new Uint8Array(Int32Array.from([problem.rows, problem.columns, ...problem.cost]).buffer));
  return spawn("/usr/bin/python3", [join(sources, "scipy-runner.py"), file]);
}
