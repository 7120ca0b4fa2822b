import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import type { Stage } from "../testing/stage.js";

let stage: Stage;
let sessionId: string;
let attendanceId: string;
const desk = (path: string, { as = "luo", postId, ...more }: { as?: string; body?: object; query?: Record<string, string>; postId?: string } = {}) =>
  stage.call(path, { as, ...more, params: { sessionId, attendanceId, ...(postId && { postId }) } });
const board = async () => (await desk("GET /sessions/:sessionId/board")).body;
const watch = (version: number, as = "luo") => desk("GET /sessions/:sessionId/watch", { as, query: { version: String(version) } });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
beforeEach(async () => {
  ({ stage, sessionId, attendanceId } = await openHouse());
});
afterEach(() => stage.app.close());

test("a board that waits is told at once when somebody else marks a child as there, and the board it reads then shows it", async () => {
  const { version, present } = await board();
  const began = performance.now();
  const waits = watch(version, "zhao").then((answer) => ({ answer, took: performance.now() - began }));
  await pause(50);
  await desk("POST /attendances/:attendanceId/arrival");

  const { answer, took } = await waits;
  const after = await board();

  expect([answer.status, answer.body.version, after.version > version, [present, after.present]]).toEqual([200, after.version, true, [0, 1]]);
  expect(took).toBeLessThan(900);
});

test("whatever changes the board wakes it: a head count, an arrival, an adult who leaves, an emergency asked for and confirmed", async () => {
  const { posts } = await board();
  const woken: boolean[] = [];
  const after = async (act: () => Promise<{ status: number; body?: any }>) => {
    const { version } = await board();
    const began = performance.now();
    const waits = watch(version);
    await pause(20);
    const { status, body } = await act();
    await waits;
    woken.push(status === 200 && performance.now() - began < 900);
    return body;
  };
  await after(() => desk("POST /sessions/:sessionId/head-counts", { body: { counted: 0 } }));
  await after(() => desk("POST /attendances/:attendanceId/arrival"));
  await after(() => desk("POST /posts/:postId/leaving", { postId: posts.find(({ isSelf }: any) => !isSelf).id, body: { reason: "发烧" } }));
  const { id: overrideId } = await after(() => desk("POST /sessions/:sessionId/overrides", { body: { reason: "家长在路上" } }));
  await after(() => stage.call("POST /overrides/:overrideId/confirmation", { as: "secretary", params: { overrideId } }));

  expect(woken).toEqual([true, true, true, true, true]);
});

test("a board that is behind is told at once, and without a version too", async () => {
  const { version } = await board();

  expect([(await watch(version - 1)).body, (await desk("GET /sessions/:sessionId/watch")).body]).toEqual([{ version }, { version }]);
});

test("what was foreseen ends the waiting at its instant, though nobody acts", async () => {
  const { version } = await board();
  const from = new Date(Date.parse(stage.app.ports.clock.now()) + 300).toISOString();
  await stage.app.write("children-activities", ({ db }) =>
    db
      .updateTable("children_activities_session")
      .set({ outlook: [{ from, violations: [] }] })
      .where("id", "=", sessionId)
      .execute(),
  );
  const began = performance.now();

  const { body } = await watch(version);

  expect(body).toEqual({ version });
  expect(performance.now() - began).toBeLessThan(1_500);
});

test("only who leads the session waits at its board", async () => {
  const { version } = await board();

  expect((await watch(version, "he")).body.code).toBe("children-activities.leadersOnly");
});

test("a server that stops keeps no board waiting", async () => {
  const { version } = await board();
  const address = await stage.app.app.http.listen({ port: 0, host: "127.0.0.1" });
  const waits = fetch(`${address}/api/children-activities/sessions/${sessionId}/watch?version=${version}`, { headers: { cookie: "luo", "x-lianxin": "1" } });
  await pause(100);
  const began = performance.now();

  await Promise.all([stage.app.app.stopTaking(), waits]);

  expect(performance.now() - began).toBeLessThan(5_000);
});
