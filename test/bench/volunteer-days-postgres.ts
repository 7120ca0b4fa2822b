import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@lianxin/testing";
import { startHouse } from "../journeys/start-house.js";
import type { BenchRow } from "../run/bench.js";
import { plantDay } from "./volunteer-days-house.js";

const [shifts, places, each] = [20, 20, 25];

interface Told {
  readonly state: string | undefined;
  readonly milliseconds: number;
}
async function press(url: string, n: number, siteId: string): Promise<Told> {
  const began = performance.now();
  const body = JSON.stringify({ name: `志愿者${n}`, phone: `1990000${String(n).padStart(4, "0")}`, siteId });
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json", "x-lianxin": "1" }, body });
  return { state: ((await answer.json()) as { state?: string }).state, milliseconds: performance.now() - began };
}

const hot = (url: string): Promise<{ perSecond: number; bad: number; p99: number }> => {
  const child = fork(join(import.meta.dirname, "press.mjs"));
  const told = new Promise<never>((resolve) => child.once("message", (message) => resolve(message as never)));
  child.send({ url, seconds: 4, connections: 200 });
  return told;
};

/** Two processes of the built server on one PostgreSQL: the burst goes to both in turn; then one hot shift on one of them. */
export async function benchPostgres(): Promise<readonly BenchRow[]> {
  const server = await startPostgres();
  if (!server) return [];
  const keys = await mkdtemp(join(tmpdir(), "lianxin-keys-"));
  const shared = { DATABASE_URL: server.url, LIANXIN_KEYS: keys, LIANXIN_REQUESTS_PER_MINUTE: "10000000", LIANXIN_LOG: "error" };
  const one = await startHouse(shared);
  const { dayId, siteIds } = await plantDay(one, shifts, places);
  const two = await startHouse(shared);
  const path = `/api/volunteer-days/public/days/${dayId}/sign-ups`;
  const asked = Array.from({ length: shifts * each }, (_, n) => press(`${(n % 2 ? one : two).url}${path}`, n, siteIds[Math.floor(n / 2) % shifts]!));
  const told = await Promise.all(asked);
  const count = (state: string) => told.filter((answer) => answer.state === state).length;
  const exact = `${count("confirmed")} + ${count("waiting")}`;
  const slowest = Math.round(Math.max(...told.map(({ milliseconds }) => milliseconds)));
  const { perSecond, bad, p99 } = await hot(`${one.url}${path}`);
  await Promise.all([one.stop(), two.stop()]);
  await server.stop();
  await rm(keys, { recursive: true, force: true });
  return [
    {
      ...{ id: "volunteer.pg.exact", what: "confirmed + queued of the same burst on PostgreSQL with two app processes", figure: exact, unit: "" },
      ...{ goal: "400 + 100", holds: exact === "400 + 100" },
    },
    {
      ...{ id: "volunteer.pg.slowest", what: "the slowest of those 500 answers", figure: slowest, unit: "ms", goal: "≤ 3000", holds: slowest <= 3000 },
    },
    {
      ...{ id: "volunteer.pg.signups", what: `sign-ups in line for full shifts, PostgreSQL without fsync, p99 ${Math.round(p99)} ms, ${bad} refused` },
      ...{ figure: Math.round(perSecond), unit: "per s", goal: "≥ 2000", holds: perSecond >= 2000 && bad === 0 },
    },
  ];
}
