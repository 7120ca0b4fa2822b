import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres, type PostgresServer } from "@lianxin/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plantDay } from "../bench/volunteer-days-house.js";
import { startHouse, type House } from "./start-house.js";

const [shifts, places, each] = [20, 20, 25];
let server: PostgresServer | undefined;
let keys: string;
let houses: readonly House[] = [];

beforeAll(async () => {
  server = await startPostgres();
  keys = await mkdtemp(join(tmpdir(), "lianxin-keys-"));
}, 120_000);
afterAll(async () => {
  await Promise.all(houses.map((house) => house.stop()));
  await server?.stop();
  await rm(keys, { recursive: true, force: true });
});

test("two processes on one PostgreSQL take 25 sign-ups for each of 20 shifts of 20 places: 400 have one, 100 wait in the order of their numbers", async ({
  skip,
}) => {
  if (!server) return skip("PostgreSQL is not installed.");
  const shared = { DATABASE_URL: server.url, LIANXIN_KEYS: keys, LIANXIN_REQUESTS_PER_MINUTE: "1000000" };
  const one = await startHouse(shared);
  houses = [one];
  const { dayId, siteIds } = await plantDay(one, shifts, places);
  houses = [one, await startHouse(shared)];
  const headers = { "content-type": "application/json", "x-lianxin": "1" };
  const press = async (n: number) => {
    const body = JSON.stringify({ name: `志愿者${n}`, phone: `1990000${String(n).padStart(4, "0")}`, siteId: siteIds[n % shifts] });
    const answer = await fetch(`${houses[Math.floor(n / shifts) % 2]!.url}/api/volunteer-days/public/days/${dayId}/sign-ups`, {
      method: "POST",
      headers,
      body,
    });
    return { status: answer.status, ...((await answer.json()) as { state: string; number: string; queue: number | null; siteId: string }) };
  };

  const answers = await Promise.all(Array.from({ length: shifts * each }, (_, n) => press(n)));

  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const numberOf = ({ number }: { readonly number: string }) => Number(number.split("-")[1]);
  expect(answers.map(numberOf).sort((a, b) => a - b)).toEqual(Array.from({ length: shifts * each }, (_, i) => i + 1));
  for (const siteId of siteIds) {
    const here = answers.filter((answer) => answer.siteId === siteId).sort((a, b) => numberOf(a) - numberOf(b));
    expect(here.map(({ state }) => state)).toEqual([...Array<string>(places).fill("confirmed"), ...Array<string>(each - places).fill("waiting")]);
    expect(here.slice(places).map(({ queue }) => queue)).toEqual([1, 2, 3, 4, 5]);
  }
  const { day } = (await (await fetch(`${houses[1]!.url}/api/volunteer-days/public/thursday`)).json()) as { day: { taken: number; waiting: number } };
  expect([day.taken, day.waiting]).toEqual([shifts * places, shifts * (each - places)]);
}, 180_000);
