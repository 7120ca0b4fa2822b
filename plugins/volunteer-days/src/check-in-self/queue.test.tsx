import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "@lianxin/web-kit";
import { enqueue, flushQueue, readQueue } from "./queue.js";

const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  vi.stubGlobal("localStorage", { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => store.set(key, value) });
});
afterEach(() => vi.unstubAllGlobals());
const one = (signUpId: string) => ({ route: "desk" as const, params: { dayId: "d" }, body: { signUpId, act: "arrive", time: "08:31" } });
const refused = (status: number) => new ApiError(status, { code: "x", message: "x" });
const waiting = () => readQueue().map(({ body }) => body.signUpId);

test("what waits is sent in order once there is a network, each once", async () => {
  enqueue(one("a"));
  enqueue(one("b"));
  const sent: unknown[] = [];

  const left = await flushQueue(async ({ body }) => sent.push(body.signUpId));

  expect([left, sent, waiting(), await flushQueue(() => Promise.reject(new Error("not asked")))]).toEqual([0, ["a", "b"], [], 0]);
});

test("without a network everything stays, in order; a refusal is dropped, as it would be refused again", async () => {
  for (const id of ["a", "b", "c"]) enqueue(one(id));

  const offline = await flushQueue(() => Promise.reject(refused(0)));
  const busy = await flushQueue(() => Promise.reject(refused(503)));
  const partly = await flushQueue(({ body }) =>
    body.signUpId === "a" ? Promise.reject(refused(409)) : body.signUpId === "b" ? Promise.resolve() : Promise.reject(refused(0)),
  );

  expect([offline, busy, partly, waiting()]).toEqual([3, 3, 1, ["c"]]);
});

test("a device that keeps nothing, or keeps nonsense, has an empty queue", () => {
  store.set("lx.volunteer-days.queue", "{");
  expect(readQueue()).toEqual([]);
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new Error("denied");
    },
  });
  expect(readQueue()).toEqual([]);
});
