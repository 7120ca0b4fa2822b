import { definePlugin, defineServer, handlersFor } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startPlugin, type Running } from "./start-plugin.js";

const counter = definePlugin({ id: "counter", permissions: { count: "数数" } });
const other = definePlugin({ id: "other" });
const services = () => ({});
const { route, task } = handlersFor(counter, services);
const others = handlersFor(other, services);

let finish: () => void;
let waitsFor: Promise<void>;
beforeEach(() => void (waitsFor = new Promise((resolve) => (finish = resolve))));

const count = task<{ until: number }>("count", async ({ signal, tell, write }, { until }) => {
  tell({ share: 0.5 });
  await Promise.race([waitsFor, new Promise((resolve) => signal.addEventListener("abort", resolve))]);
  if (until > 100) throw Object.assign(new Error("no"), { code: "too-many" });
  await write(async ({ audit, actor }) => audit("counted", actor.accountId, { until, wasStopped: signal.aborted }));
});
const begin = route("POST /counts", {
  ...{ summary: "Begin", may: "anyone", at: "none", body: Type.Object({ until: Type.Integer(), thenFails: Type.Optional(Type.Boolean()) }) },
  returns: Type.Object({ id: Type.String() }),
  async handle({ body, tasks }) {
    const id = await tasks.begin("count", body);
    if (body.thenFails) throw new Error("after all not");
    return { id };
  },
});
const Standing = Type.Object({ state: Type.String(), share: Type.Union([Type.Number(), Type.Null()]), error: Type.Union([Type.String(), Type.Null()]) });
const look = route("GET /counts/:id", {
  ...{ summary: "Look", may: "anyone", at: "none", returns: Standing },
  async handle({ params, tasks }) {
    const found = await tasks.find(params.id);
    return { state: found?.state ?? "unknown", share: (found?.progress as { share: number } | null)?.share ?? null, error: found?.error ?? null };
  },
});
const stop = route("POST /counts/:id/stop", {
  ...{ summary: "Stop", may: "anyone", at: "none", returns: Type.Object({}) },
  async handle({ params, tasks }) {
    await tasks.stop(params.id);
    return {};
  },
});
const foreignLook = others.route("GET /counts/:id", {
  ...{ summary: "Look from elsewhere", may: "anyone", at: "none", returns: Type.Object({ found: Type.Boolean() }) },
  handle: async ({ params, tasks }) => ({ found: (await tasks.find(params.id)) !== undefined }),
});

let app: Running;
beforeEach(async () => {
  const second = defineServer(other, { services, routes: { foreignLook } });
  app = await startPlugin(defineServer(counter, { services, routes: { begin, look, stop }, tasks: [count] }), { with: [second] });
});
afterEach(async () => {
  finish();
  await app.close();
});

const started = async (until: number): Promise<string> => (await app.call("POST /counts", { body: { until } })).body.id;
const standing = async (id: string) => (await app.call("GET /counts/:id", { params: { id } })).body;
async function until(id: string, holds: (body: { state: string; share: number | null }) => boolean) {
  for (let tries = 0; tries < 200; tries++) {
    const body = await standing(id);
    if (holds(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`It stays ${JSON.stringify(await standing(id))}.`);
}

test("a task outlives its request, tells how far it is, and writes with a turn of the lane as whoever began it", async () => {
  app.signInAs("secretary");
  const id = await started(7);
  const halfway = await until(id, ({ share }) => share === 0.5);
  finish();

  const end = await until(id, ({ state }) => state !== "running");

  expect([halfway.state, end]).toEqual(["running", { state: "done", share: 0.5, error: null }]);
  expect(await app.audited()).toContainEqual({ action: "counter.counted", target: "secretary", detail: { until: 7, wasStopped: false } });
});

test("a request that fails after all leaves no task", async () => {
  const { status } = await app.call("POST /counts", { body: { until: 7, thenFails: true } });
  finish();
  await app.app.tasks.settled();

  expect(status).toBe(500);
  expect(await app.audited()).toEqual([]);
});

test("asked to stop, it ends with what it has", async () => {
  const id = await started(7);
  await until(id, ({ share }) => share === 0.5);

  await app.call("POST /counts/:id/stop", { params: { id } });

  expect((await until(id, ({ state }) => state !== "running")).state).toBe("stopped");
  expect(await app.audited()).toMatchObject([{ detail: { wasStopped: true } }]);
});

test("one that waits for another is stopped without ever running", async () => {
  const first = await started(7);
  const second = await started(8);

  await app.call("POST /counts/:id/stop", { params: { id: second } });
  finish();
  await until(first, ({ state }) => state === "done");
  await app.app.tasks.settled();

  expect([(await standing(second)).state, (await app.audited()).length]).toEqual(["stopped", 1]);
});

test("what it throws is kept as a code, and the next task runs", async () => {
  finish();
  const failed = await started(1_000);
  const next = await started(3);

  await app.app.tasks.settled();

  expect([await standing(failed), (await standing(next)).state]).toEqual([{ state: "failed", share: 0.5, error: "too-many" }, "done"]);
});

test("another plugin does not see it", async () => {
  const id = await started(7);

  const { body } = await app.call("GET /counts/:id", { params: { id }, of: "other" });

  expect(body).toEqual({ found: false });
});

test("a task nobody named is refused where it is begun", async () => {
  const { route: bad } = handlersFor(counter, services);
  const unnamed = bad("POST /unnamed", {
    summary: "Begin",
    may: "anyone",
    at: "none",
    returns: Type.Object({}),
    handle: async ({ tasks }) => ({ id: await tasks.begin("sing", {}) }),
  });
  const lone = await startPlugin(defineServer(counter, { services, routes: { unnamed } }));

  const { status } = await lone.call("POST /unnamed");

  expect(status).toBe(500);
  await lone.close();
});
