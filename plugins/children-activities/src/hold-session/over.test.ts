import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import type { Stage } from "../testing/stage.js";

let stage: Stage;
let sessionId: string;
let attendanceId: string;
const desk = (path: string, params: Record<string, string> = {}, body: object = {}) =>
  stage.must(path, { as: "luo", params: { sessionId, attendanceId, ...params }, body });
const board = () => desk("GET /sessions/:sessionId/board");
const inWeek = async () => {
  const { homes } = await stage.must("GET /week", { query: { day: "2027-07-12" } });
  return homes[0].sessions.find(({ id }: any) => id === sessionId);
};
beforeEach(async () => {
  ({ stage, sessionId, attendanceId } = await openHouse());
});
afterEach(() => stage.app.close());

test("a closed session is judged no more: its board and the week say how many children and adults came", async () => {
  const { code } = await desk("POST /attendances/:attendanceId/arrival");
  const { collectors } = await desk("GET /attendances/:attendanceId/collectors");
  stage.app.ports.setTime("2027-07-12T10:50");
  const [first] = (await board()).posts;
  await desk("POST /posts/:postId/leaving", { postId: first.id }, { reason: "" });
  const alarmed = await board();
  await desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId: collectors[0].id, code });
  await desk("POST /sessions/:sessionId/close");

  const { present, enrolled, adults, isSafe, ratio, since, violations, standIns } = await board();

  expect([alarmed.isSafe, alarmed.present, alarmed.adults]).toEqual([false, 1, 1]);
  expect({ present, enrolled, adults, isSafe, ratio, since, violations, standIns }).toEqual({
    ...{ present: 1, enrolled: 1, adults: 2, isSafe: null, ratio: null, since: null, violations: [], standIns: [] },
  });
  expect(await inWeek()).toMatchObject({ state: "closed", children: 1, adults: 2, violations: [] });
});

test("an adult who never came to a session is not among those who did", async () => {
  const { posts } = await board();
  await desk("POST /posts/:postId/arrival-undone", { postId: posts[1].id });
  await desk("POST /sessions/:sessionId/close");

  expect([(await board()).adults, (await board()).present, (await inWeek()).adults]).toEqual([1, 0, 1]);
});

test("a date that was called off raises no alarm on its board", async () => {
  const tomorrow = (await stage.must("GET /mine", { as: "luo" })).sessions.find(({ heldOn }: any) => heldOn === "2027-07-13").id;
  await desk("POST /sessions/:sessionId/call-off", { sessionId: tomorrow }, { reason: "台风" });

  const off = await desk("GET /sessions/:sessionId/board", { sessionId: tomorrow });

  expect([off.state, off.isSafe, off.violations, off.standIns, off.adults]).toEqual(["cancelled", null, [], [], 0]);
});
