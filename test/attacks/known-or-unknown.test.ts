import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enabledPlugins } from "@lianxin/server";
import { readEnvironment, startServer, workAs, type RunningServer } from "@lianxin/server-kit";
import { SMTPServer } from "smtp-server";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mannWhitney } from "./compare-samples.js";

const noPages = { files: new Map(), doors: [], release: "test", html: "<!doctype html>", shell: "/shell.js" };
const people = 20;
const known = (n: number) => `known${n % people}@example.org`;
const expected = (n: number) => `expected${n % people}@example.org`;
const unknown = (n: number) => `unknown${n % people}@example.org`;
let folder: string;
let server: RunningServer;
let letters = 0;
const smtp = new SMTPServer({ disabledCommands: ["AUTH", "STARTTLS"], onData: (stream, _, done) => void (letters++, stream.resume().on("end", () => done())) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lianxin-tell-"));
  await new Promise<void>((resolve) => void smtp.listen(0, "127.0.0.1", resolve));
  const variables = {
    ...{ PORT: "0", LIANXIN_DATA: join(folder, "data"), LIANXIN_KEYS: join(folder, "keys"), LIANXIN_LOG: "silent", LIANXIN_PROXIES: "127.0.0.1" },
    ...{ LIANXIN_SMTP: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, LIANXIN_REQUESTS_PER_MINUTE: "1000000" },
  };
  server = await startServer({ environment: readEnvironment(variables, folder), zone: "Asia/Shanghai", plugins: await enabledPlugins(), doors: noPages });
  await workAs(server.app.platform, "directory", async ({ services }) => {
    await services.authority().welcome({ accountId: "first", name: "王秀珍", community: "光明路社区" });
    const { placeId } = await services.settings.find();
    for (let n = 0; n < people; n++) {
      const channels = [{ kind: "mail", address: expected(n) }];
      await services.people.add({ fullName: `居民${String.fromCodePoint(0x4e00 + n)}`, placeId, enteredBy: null, isConfirmed: true, channels });
    }
  });
  for (let n = 0; n < people; n++) await server.signIn.createAccount({ mail: known(n) });
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
/** One request from a network address of its own; what everybody can see of the answer, and how long it took in milliseconds. */
async function ask(mail: string) {
  const n = asked++;
  const from = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  const headers = { "content-type": "application/json", "x-lianxin": "1", "x-forwarded-for": from };
  const began = performance.now();
  const answer = await fetch(`${server.address}/api/sign-in/mail-link`, { method: "POST", headers, body: JSON.stringify({ mail }) });
  const body = await answer.text();
  const took = performance.now() - began;
  const shown = [...answer.headers].filter(([name]) => !["date", "x-request-id"].includes(name)).filter(([name]) => !name.startsWith("x-ratelimit"));
  return { took, seen: JSON.stringify([answer.status, body, body.length, shown]) };
}

test("the answer about a known, an expected and an unknown address is the same to the last byte, and letters go to the first two alone", async () => {
  const before = letters;

  const answers = [await ask(known(0)), await ask(expected(0)), await ask(unknown(0))];
  await server.signIn.settled();

  expect(answers[0]!.seen).toContain("[202,");
  expect(new Set(answers.map(({ seen }) => seen)).size).toBe(1);
  expect(letters - before).toBe(2);
});

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);

/** The times of as many requests of each kind, in an order drawn by lot. */
async function sample(kinds: readonly ((n: number) => string)[], each: number): Promise<number[][]> {
  const times: number[][] = kinds.map(() => []);
  for (const kind of shuffled(kinds.flatMap((_, k) => Array.from({ length: each }, () => k)))) {
    times[kind]!.push((await ask(kinds[kind]!(times[kind]!.length))).took);
    await server.signIn.settled();
  }
  return times;
}

/** True when three samples in a row look as one distribution would once in a hundred times: chance alone does that once in a million. */
async function areToldApart(one: (n: number) => string, other: (n: number) => string, each: number): Promise<boolean> {
  for (let tries = 0; tries < 3; tries++) {
    const [first, second] = await sample([one, other], each);
    if (mannWhitney(first!, second!) > 0.01) return false;
  }
  return true;
}

test.runIf(process.env.LIANXIN_FULL)("its time tells them apart neither, by two hundred requests of each", { timeout: 300_000 }, async () => {
  await sample([known, unknown], 20);

  expect([await areToldApart(known, unknown, 200), await areToldApart(expected, unknown, 200)]).toEqual([false, false]);
});

test("the comparison sees half a millisecond among times that vary by five, and nothing where nothing is", () => {
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const times = (shift: number) => Array.from({ length: 200 }, () => 4 + shift + random() * 5 * random());

  expect(mannWhitney(times(0), times(0.5))).toBeLessThan(0.01);
  expect(mannWhitney(times(0), times(0))).toBeGreaterThan(0.01);
  expect(mannWhitney([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toBeCloseTo(1, 5);
});
