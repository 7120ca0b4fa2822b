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

/** Posts with more people than places, or whose counts are not those of their sign-ups: none, ever. */
const invariant = `select post.id, post.taken, post.waiting, post.most from volunteer_days_post post
  left join volunteer_days_sign_up sign_up on sign_up.post_id = post.id and sign_up.ended_at is null
  group by post.id
  having count(sign_up.id) filter (where sign_up.state in ('confirmed', 'offered')) > post.most
    or count(sign_up.id) filter (where sign_up.state in ('confirmed', 'offered')) <> post.taken
    or count(sign_up.id) filter (where sign_up.state = 'waiting') <> post.waiting`;

interface Told {
  readonly status: number;
  readonly state: string;
  readonly number: string;
  readonly queue: number | null;
  readonly siteId: string;
  readonly link: string;
}
const headers = { "content-type": "application/json", "x-lianxin": "1" };
const send = async (url: string, body?: object): Promise<Told> => {
  const answer = await fetch(url, { headers, ...(body && { method: "POST", body: JSON.stringify(body) }) });
  return { ...((await answer.json()) as Told), status: answer.status };
};
const numberOf = ({ number }: Told): number => Number(number.split("-")[1]);
/** To one process and the other in turn. */
const api = (n: number): string => `${houses[n % 2]!.url}/api/volunteer-days/public`;
const mine = ({ link }: Told): string => link.replace("/volunteer-days/mine", "/sign-ups");

let bySite: Told[][];
test("two processes on one PostgreSQL take 25 sign-ups for each of 20 shifts of 20 places: 400 have one, 100 wait in the order of their numbers", async ({
  skip,
}) => {
  if (!server) return skip("PostgreSQL is not installed.");
  const shared = { DATABASE_URL: server.url, LIANXIN_KEYS: keys, LIANXIN_REQUESTS_PER_MINUTE: "1000000" };
  const one = await startHouse(shared);
  houses = [one];
  const { dayId, siteIds } = await plantDay(one, shifts, places);
  houses = [one, await startHouse(shared)];
  const press = (n: number) =>
    send(`${api(Math.floor(n / shifts))}/days/${dayId}/sign-ups`, {
      ...{ name: `志愿者${n}`, phone: `1990000${String(n).padStart(4, "0")}`, siteId: siteIds[n % shifts] },
    });

  const answers = await Promise.all(Array.from({ length: shifts * each }, (_, n) => press(n)));

  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(answers.map(numberOf).sort((a, b) => a - b)).toEqual(Array.from({ length: shifts * each }, (_, i) => i + 1));
  bySite = siteIds.map((siteId) => answers.filter((answer) => answer.siteId === siteId).sort((a, b) => numberOf(a) - numberOf(b)));
  for (const here of bySite) {
    expect(here.map(({ state }) => state)).toEqual([...Array<string>(places).fill("confirmed"), ...Array<string>(each - places).fill("waiting")]);
    expect(here.slice(places).map(({ queue }) => queue)).toEqual([1, 2, 3, 4, 5]);
  }
  const { day } = (await (await fetch(`${houses[1]!.url}/api/volunteer-days/public/thursday`)).json()) as { day: { taken: number; line: number } };
  expect([day.taken, day.line]).toEqual([shifts * places, each - places + 1]);
  expect(await server.query("select count(*)::int as posts from volunteer_days_post")).toEqual([{ posts: shifts }]);
  expect(await server.query(invariant)).toEqual([]);
}, 180_000);

test("three of each shift cancel at once in both processes: the first three in each line have the places, the other two move up", async ({ skip }) => {
  if (!server) return skip("PostgreSQL is not installed.");
  const leaving = bySite.flatMap((here) => here.slice(0, 3));

  const answers = await Promise.all(leaving.map((one, n) => send(`${api(n)}${mine(one)}/cancel`, {})));

  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(await server.query(invariant)).toEqual([]);
  const rows = await server.query("select number, state from volunteer_days_sign_up");
  const stateOf = new Map(rows.map(({ number, state }) => [Number(number), state]));
  for (const here of bySite) {
    expect(here.slice(0, places).map((one) => stateOf.get(numberOf(one)))).toEqual([
      ...Array<string>(3).fill("cancelled"),
      ...Array<string>(places - 3).fill("confirmed"),
    ]);
    const line = here.slice(places);
    expect(line.map((one) => stateOf.get(numberOf(one)))).toEqual(["confirmed", "confirmed", "confirmed", "waiting", "waiting"]);
    const still = await Promise.all(line.slice(3).map((one, n) => send(`${api(n)}${mine(one)}`)));
    expect(still.map(({ state, queue }) => [state, queue])).toEqual([1, 2].map((queue) => ["waiting", queue]));
  }
  await server.query("update volunteer_days_post set waiting = waiting + 1 where id = (select min(id) from volunteer_days_post)");
  expect(await server.query(invariant)).toHaveLength(1);
}, 180_000);
