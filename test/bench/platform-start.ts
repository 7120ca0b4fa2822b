import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { startHouse } from "../journeys/start-house.js";
import type { BenchRow } from "../run/bench.js";

const post = async (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: "POST", headers: { "x-lianxin": "1", "content-type": "application/json" }, body: JSON.stringify(body) });

/** Resident memory of a process in MB, as the kernel counts it. */
const residentOf = async (pid: number): Promise<number> => Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"))![1]) / 1024;

interface Load {
  readonly perSecond: number;
  readonly bad: number;
  /** Microseconds of processor time the client itself took for a request. */
  readonly cpuPerRequest: number;
}

function loadFrom(url: string, cookie: string): Promise<Load> {
  const child = fork(createRequire(import.meta.url).resolve("./load.mjs"), [], { execArgv: [] });
  child.send({ url, cookie, seconds: 5, connections: 50 });
  return new Promise((resolve) => child.once("message", (m) => resolve(m as Load)));
}

/** Start of the built server, reads by somebody signed in, and what it weighs; the load comes from another process. */
export async function measureStart(): Promise<readonly BenchRow[]> {
  execFileSync("npm", ["run", "build", "--silent"], { stdio: "ignore" });
  const house = await startHouse({ LIANXIN_REQUESTS_PER_MINUTE: "10000000", LIANXIN_LOG: "error" });
  const token = new URL(house.setUpLink).searchParams.get("token");
  const entered = await post(`${house.url}/api/set-up`, { token, name: "王秀珍", community: "光明路社区", mail: "a@example.cn" });
  const cookie = entered.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
  const idle = await residentOf(house.pid);
  await loadFrom(`${house.url}/api/session`, cookie);
  const { perSecond, bad, cpuPerRequest } = await loadFrom(`${house.url}/api/session`, cookie);
  const loaded = await residentOf(house.pid);
  await house.stop();
  return [
    {
      id: "reads",
      what: `authenticated reads (who am I, with roles and permissions), 50 connections, ${bad} refused; the client takes ${Math.round(cpuPerRequest)} µs a request`,
      figure: Math.round(perSecond),
      unit: "per s",
      goal: "≥ 2000",
      holds: perSecond >= 2000 && bad === 0,
    },
    {
      id: "cold-start",
      what: "process start to /readyz, built, tables made anew",
      figure: (house.startedIn / 1000).toFixed(2),
      unit: "s",
      goal: "≤ 1.5",
      holds: house.startedIn <= 1500,
    },
    {
      id: "memory",
      what: `resident after the reads (${Math.round(idle)} MB before)`,
      figure: Math.round(loaded),
      unit: "MB",
      goal: "≤ 200",
      holds: loaded <= 200,
    },
  ];
}
