import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@lianxin/web-kit";
import { flushQueue } from "./flush-queue.js";
import { enqueue, refused, waiting } from "./queue.js";

const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  vi.stubGlobal("localStorage", { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => store.set(key, value) });
});
afterEach(() => vi.unstubAllGlobals());
const one = (signUpId: string, act = "arrive", route: "desk" | "self" = "desk") => ({
  ...{ route, params: { dayId: "d" }, who: `志愿者${signUpId}` },
  body: { signUpId, act, time: "08:31" },
});
const answer = (status: number) => new ApiError(status, { code: "x", message: "已登记", remedy: "请更正" });
const left = () => waiting.read().map(({ body }) => body.signUpId);

test("what waits is sent in the order it was said, each once", async () => {
  enqueue(one("a", "absent"));
  enqueue(one("b"));
  enqueue(one("a"));
  const sent: unknown[] = [];

  await flushQueue(async ({ body }) => sent.push([body.signUpId, body.act]));
  await flushQueue(() => Promise.reject(new Error("not asked")));

  expect([sent, left()]).toEqual([
    [
      ["a", "absent"],
      ["b", "arrive"],
      ["a", "arrive"],
    ],
    [],
  ]);
});

test("two who flush at once, and one who says something meanwhile, send everything once and in order", async () => {
  enqueue(one("a"));
  enqueue(one("b"));
  const sent: unknown[] = [];
  const slow = async ({ body }: { body: Readonly<Record<string, string>> }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    sent.push(body.signUpId);
  };

  const both = [flushQueue(slow), flushQueue(slow)];
  enqueue(one("c"));
  await Promise.all([...both, flushQueue(slow)]);

  expect([sent, left()]).toEqual([["a", "b", "c"], []]);
});

test("without a network everything stays in order, also when it is no answer of ours that fails", async () => {
  for (const id of ["a", "b"]) enqueue(one(id));

  for (const error of [answer(0), answer(503), answer(429), new TypeError("offline")]) await flushQueue(() => Promise.reject(error));

  expect([left(), refused.read()]).toEqual([["a", "b"], []]);
});

test("what the server refuses is kept to be told with whom and why, and what comes behind it is sent", async () => {
  for (const id of ["a", "b"]) enqueue(one(id));

  await flushQueue(({ body }) => (body.signUpId === "a" ? Promise.reject(answer(409)) : Promise.resolve()));
  const told = refused.read();
  refused.remove(told[0]!.id);

  expect(left()).toEqual([]);
  expect(told).toEqual([expect.objectContaining({ who: "志愿者a", message: "已登记", remedy: "请更正", status: 409 })]);
  expect(refused.read()).toEqual([]);
});

test("who has to sign in again loses nothing, and holds up nobody who needs no account", async () => {
  enqueue(one("a"));
  enqueue(one("b", "arrive", "self"));
  const lock = answer(401);

  const locks = await flushQueue(({ route }) => (route === "desk" ? Promise.reject(lock) : Promise.resolve()));

  expect([left(), refused.read(), locks.get("desk")]).toEqual([["a"], [], lock]);
});

test("the same word said again behind itself is one, another one in between makes it a new one", () => {
  const first = enqueue(one("a"));

  expect(enqueue({ ...one("a"), body: { ...one("a").body, time: "08:35" } })).toBe(first);
  enqueue(one("a", "undo"));
  enqueue(one("a"));
  expect(waiting.read().map(({ body: { act, time } }) => `${act} ${time}`)).toEqual(["arrive 08:31", "undo 08:31", "arrive 08:31"]);
});

test("a device that keeps nothing, or keeps nonsense, has an empty queue and says so", () => {
  store.set("lx.volunteer-days.queue", "{");
  expect(waiting.read()).toEqual([]);
  const refuse = () => {
    throw new Error("denied");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  expect([waiting.read(), enqueue(one("a"))]).toEqual([[], undefined]);
});
