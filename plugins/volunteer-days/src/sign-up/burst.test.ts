import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";

const shifts = 20;
const places = 20;
let stage: Stage;
let address: string;
let dayId: string;
beforeEach(async () => {
  stage = await setStage({ sites: shifts, posts: [members(places)], untilOn: "2026-09-24" });
  await stage.app.app.http.listen({ port: 0, host: "127.0.0.1" });
  address = `http://127.0.0.1:${(stage.app.app.http.server.address() as AddressInfo).port}`;
  dayId = (await stage.day("2026-09-17")).id;
});
afterEach(async () => {
  await stage.app.app.http.close();
  await stage.app.close();
});

async function post(path: string, body: object, key?: string): Promise<{ status: number; body: any }> {
  const headers = { "content-type": "application/json", "x-lianxin": "1", ...(key ? { "idempotency-key": key } : {}) };
  const answer = await fetch(`${address}/api/volunteer-days${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}
const nameOf = (n: number) => `志愿者${n}`;
const person = (n: number) => ({ name: nameOf(n), phone: phoneOf(n) });
const join = (n: number, more: object = {}, key?: string) => post(`/public/days/${dayId}/sign-ups`, { ...person(n), ...more }, key);
const posts = () => stage.posts(dayId);
const noneMiscounted = async () => expect(await findMiscounted(stage.app.db as never)).toEqual([]);

test("25 at once for each of 20 shifts of 20 places: 400 have one, 100 wait in the server's order, none is refused", async () => {
  const ids = (await posts()).map(({ id }) => id as string);
  const asked = Array.from({ length: 25 }, (_, round) => ids.map((postId, i) => ({ postId, n: round * shifts + i }))).flat();

  const answers = await Promise.all(asked.map(({ postId, n }) => join(n, { postId }, `b${n}`)));

  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const states = (state: string) => answers.filter(({ body }) => body.state === state);
  expect([states("confirmed").length, states("waiting").length]).toEqual([400, 100]);
  const numbers = answers.map(({ body }) => Number(body.number.split("-")[1]));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
  for (const postId of ids) {
    const here = asked.flatMap((one, i) => (one.postId === postId ? [{ ...answers[i]!.body, number: numbers[i]! }] : [])).sort((a, b) => a.number - b.number);
    expect(here.map(({ state }) => state)).toEqual([...Array(20).fill("confirmed"), ...Array(5).fill("waiting")]);
    expect(here.slice(20).map(({ queue }) => queue)).toEqual([1, 2, 3, 4, 5]);
  }
  await noneMiscounted();
});

test("600 presses by 300 people make 300, whether the key is the same or another", async () => {
  const presses = Array.from({ length: 600 }, (_, i) => ({ n: i % 300, key: i % 2 === 0 ? `p${i % 300}` : `q${i}` }));

  const answers = await Promise.all(presses.map(({ n, key }) => join(n, {}, key)));

  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(new Set(answers.map(({ body }) => body.signUpId)).size).toBe(300);
  expect((await posts()).reduce((sum, { taken }) => sum + taken, 0)).toBe(300);
  await noneMiscounted();
});

test("of 50 who cancel at once each leaves a place to whoever waits first, told once", async () => {
  const postId = (await posts())[0].id;
  await stage.call("PUT /days/:dayId/posts/:postId", { params: { dayId, postId }, body: { most: 50 } });
  const links: string[] = [];
  const line: { name: string; number: number }[] = [];
  for (let from = 0; from < 110; from += 10)
    for (const [i, { body }] of (await Promise.all(Array.from({ length: 10 }, (_, n) => join(from + n, { postId })))).entries())
      if (body.state === "confirmed") links.push(body.link);
      else line.push({ name: nameOf(from + i), number: Number(body.number.split("-")[1]) });
  const paths = links.map((link) => link.split("/").slice(-2).join("/"));

  const answers = await Promise.all(paths.map((path) => post(`/public/sign-ups/${path}/cancel`, {})));

  expect(links).toHaveLength(50);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const letters = await stage.letters();
  expect(letters).toHaveLength(50);
  const first = line.sort((a, b) => a.number - b.number).slice(0, 50);
  expect(letters.map(({ to }) => to).sort()).toEqual(first.map(({ name }) => name).sort());
  expect((await posts())[0]).toMatchObject({ taken: 50, waiting: 10 });
  await noneMiscounted();
});
