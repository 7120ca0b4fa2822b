import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";

/** One timed run of a solver; without an objective if it was stopped before it was done. */
export interface Run {
  readonly ms: number;
  readonly objective: number | undefined;
}

/** Another solver, loaded with one instance and waiting; each call runs it once. */
export interface Rival {
  readonly name: string;
  run(): Promise<Run>;
  stop(): void;
}

/** How often a rival's CPU time is looked at, in milliseconds, and the length of one tick of it (Linux on all common machines). */
const LOOK_MS = 250;
const TICK_MS = 10;

/**
 * Speaks with a started rival: it says "ready", then for every line "<CPU milliseconds> <objective>". One that ends before it has answered was stopped only if
 * the system ended it for its CPU time (SIGXCPU) after about `stopAfterMs` of it; any other end is an error, with what it wrote to stderr.
 *
 * @throws Error if it does not get ready, if run ends otherwise, or answers anything else
 */
export async function attachRival(name: string, child: ChildProcessWithoutNullStreams, stopAfterMs: number): Promise<Rival> {
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  child.stdin.on("error", () => undefined);
  const ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  const fail = async (what: string) => {
    const [code, signal] = await ended;
    throw new Error(`${name} ${what} (${signal ?? `code ${code}`}): ${said.trim()}`);
  };
  if (first.value !== "ready") return fail("did not get ready");
  const start = cpuOf(child.pid) ?? 0;
  return {
    name,
    run: async () => {
      const clock = watch(child.pid);
      child.stdin.write("run\n");
      const { value, done } = await lines.next();
      const spent = clock.stop() - start;
      if (done !== true) return readRun(name, value);
      const [, signal] = await ended;
      if (signal === "SIGXCPU" && spent >= 0.95 * stopAfterMs - LOOK_MS) return { ms: stopAfterMs, objective: undefined };
      return fail(`ended without an answer after ${Math.round(spent)} ms of CPU time`);
    },
    stop: () => child.kill(),
  };
}

function readRun(name: string, line: string): Run {
  const [ms, objective] = line.split(" ").map(Number);
  if (ms === undefined || objective === undefined || !(ms >= 0) || !Number.isFinite(objective)) throw new Error(`${name} answered “${line}”`);
  return { ms, objective };
}

/** Looks at a process's CPU time until it is stopped; then what it was at the last look. */
function watch(pid: number | undefined): { stop(): number } {
  let last = cpuOf(pid) ?? 0;
  const look = (): void => void (last = cpuOf(pid) ?? last);
  const timer = setInterval(look, LOOK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return last;
    },
  };
}

/** User and system time of a process in milliseconds; undefined once it is gone. */
function cpuOf(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return ticks === 0 ? undefined : ticks * TICK_MS;
  } catch {
    return undefined;
  }
}
