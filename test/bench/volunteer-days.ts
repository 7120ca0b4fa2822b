import { fork } from "node:child_process";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import commitments from "@lianxin/commitments/server";
import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, aPlace } from "@lianxin/directory/testing";
import matters from "@lianxin/matters/server";
import { startPlugin, type Running } from "@lianxin/testing";
import server from "@lianxin/volunteer-days/server";
import type { BenchRow } from "../run/bench.js";
import { startHouse } from "../journeys/start-house.js";
import { plantDay } from "./volunteer-days-house.js";
import { benchPage } from "./volunteer-days-page.js";
import { benchPostgres } from "./volunteer-days-postgres.js";
import { benchRota } from "./volunteer-days-rota.js";

interface House {
  readonly app: Running;
  readonly url: string;
  readonly postIds: readonly string[];
}

/** A Thursday with some sites of so many places each, on SQLite, behind a port. */
async function openHouse(sites: number, places: number): Promise<House> {
  const app = await startPlugin(server, { with: [directory, matters, commitments], at: "2026-09-14T09:00" });
  await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: [{ day: "2026-10-01", name: "国庆节", isOffDay: true }] });
  const posts = [{ kind: "member", title: "打扫", least: 1, most: places, isAdultsOnly: false }];
  const made = [];
  for (let i = 0; i < sites; i++) made.push({ placeId: (await aPlace(app, { name: `小区${i}` })).id, work: "打扫", posts });
  const times = { weekday: 4, startTime: "08:30", endTime: "10:30", fromOn: "2026-09-17", untilOn: "2026-09-17" };
  const series = await app.call("POST /series", { as: "secretary", body: { title: "扮靓周四", ...times, meetingPoint: "门口", sites: made } });
  if (series.status !== 200) throw new Error(series.text);
  const [dayId, postIds] = await app.write("volunteer-days", async ({ services }: any) => {
    const [day] = await services.series.days(series.body.id, "2026-09-17", "2026-09-17");
    return [day.id, (await services.days.posts([day.id])).map(({ id }: { id: string }) => id)];
  });
  await app.app.http.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.app.http.server.address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}/api/volunteer-days/public/days/${dayId}/sign-ups`, postIds };
}

async function close({ app }: House): Promise<void> {
  await app.app.http.close();
  await app.close();
}

async function benchBurst(): Promise<readonly BenchRow[]> {
  const house = await openHouse(20, 20);
  const press = async (n: number, postId: string) => {
    const began = performance.now();
    const body = JSON.stringify({ name: `志愿者${n}`, phone: `1990000${String(n).padStart(4, "0")}`, postId });
    const answer = await fetch(house.url, { method: "POST", headers: { "content-type": "application/json", "x-lianxin": "1" }, body });
    return { state: ((await answer.json()) as { state?: string }).state, milliseconds: performance.now() - began };
  };
  const answers = await Promise.all(Array.from({ length: 500 }, (_, n) => press(n, house.postIds[n % 20]!)));
  await close(house);
  const count = (state: string) => answers.filter((one) => one.state === state).length;
  const slowest = Math.round(Math.max(...answers.map(({ milliseconds }) => milliseconds)));
  const exact = `${count("confirmed")} + ${count("waiting")}`;
  return [
    {
      id: "volunteer.burst.exact",
      what: "confirmed + queued of 25 at once for each of 20 × 20 places",
      figure: exact,
      unit: "",
      goal: "400 + 100",
      holds: exact === "400 + 100",
    },
    {
      id: "volunteer.burst.slowest",
      what: "the slowest of those 500 answers, SQLite, one process",
      figure: slowest,
      unit: "ms",
      goal: "≤ 3000",
      holds: slowest <= 3000,
    },
  ];
}

interface Pressed {
  readonly perSecond: number;
  readonly bad: number;
  readonly p99: number;
}
/** Presses from another process, first for a moment that is not counted: a server's first hundred answers are compiled while they are given. */
async function pressOn(url: string, seconds: number, from: number): Promise<Pressed> {
  const child = fork(join(import.meta.dirname, "press.mjs"));
  const told = new Promise<Pressed>((resolve) => child.once("message", (message) => resolve(message as Pressed)));
  child.send({ url, seconds, connections: 200, from });
  return told;
}

async function benchPressing(): Promise<readonly BenchRow[]> {
  const house = await startHouse({ LIANXIN_REQUESTS_PER_MINUTE: "10000000", LIANXIN_LOG: "error" });
  const { dayId } = await plantDay(house, 1, 10_000);
  const url = `${house.url}/api/volunteer-days/public/days/${dayId}/sign-ups`;
  await pressOn(url, 2, 50_000_000);
  const { perSecond, bad, p99 } = await pressOn(url, 4, 0);
  await house.stop();
  if (bad > 0) throw new Error(`${bad} sign-ups were refused.`);
  const what = "durable sign-ups of new people for one hot shift over real HTTP, SQLite, the built server, 200 connections, the generator in another process";
  return [
    { id: "volunteer.signups", what, figure: Math.round(perSecond), unit: "per s", goal: "≥ 5000", holds: perSecond >= 5000 },
    { id: "volunteer.signups.p99", what: "the slowest hundredth of them", figure: Math.round(p99), unit: "ms", goal: "≤ 250", holds: p99 <= 250 },
  ];
}

/** Signing up over HTTP on SQLite and on PostgreSQL, the rota, the public page; sign-ups, page and PostgreSQL want the built server (`npm run build`). */
export async function benchVolunteerDays({ rows: wanted }: { readonly rows: readonly string[] }): Promise<readonly BenchRow[]> {
  const parts = { burst: benchBurst, signups: benchPressing, rota: async () => benchRota(), page: benchPage, postgres: benchPostgres };
  const rows: BenchRow[] = [];
  for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await part()));
  return rows;
}
