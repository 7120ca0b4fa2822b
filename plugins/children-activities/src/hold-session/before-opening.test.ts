import { afterEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import type { Stage } from "../testing/stage.js";

let stage: Stage;
let sessionId: string;
let attendanceId: string;
const desk = (path: string, params: Record<string, string> = {}, body: object = {}) =>
  stage.call(path, { as: "luo", params: { sessionId, attendanceId, ...params }, body });
const board = async () => (await desk("GET /sessions/:sessionId/board")).body;
const alarms = () => stage.app.write<object[]>("children-activities", ({ db }) => db.selectFrom("children_activities_alarm").selectAll().execute());
afterEach(() => stage.app.close());

test("adults who came before the doors open are counted with those still to come, and opening late writes no alarm of the time before", async () => {
  ({ stage, sessionId, attendanceId } = await openHouse({ isShort: true }));
  const early = await board();
  stage.app.ports.setTime("2027-07-12T08:35");
  const second = early.posts.find(({ state }: { state: string }) => state === "planned").id;
  await desk("POST /posts/:postId/arrival", { postId: second });
  const both = await board();

  const opened = await desk("POST /sessions/:sessionId/open");

  expect([early, both].map(({ adults, isSafe }) => [adults, isSafe])).toEqual([
    [2, true],
    [2, true],
  ]);
  expect([opened.status, await alarms()]).toEqual([200, []]);
});

test("a child marked as there by a slip is expected again, its code opens nothing, and it comes with a new one", async () => {
  ({ stage, sessionId, attendanceId } = await openHouse());
  const { code } = (await desk("POST /attendances/:attendanceId/arrival")).body;

  const undone = await desk("POST /attendances/:attendanceId/arrival-undone");
  const letter = (await stage.letters()).at(-1)!.text;
  const after = await board();
  const twice = await desk("POST /attendances/:attendanceId/arrival-undone");
  const fresh = (await desk("POST /attendances/:attendanceId/arrival")).body.code;
  const { collectors } = (await desk("GET /attendances/:attendanceId/collectors")).body;
  const hand = async (given: string) => (await desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId: collectors[0].id, code: given })).body;

  expect([undone.status, after.children[0].state, after.present, twice.body.code]).toEqual([200, "enrolled", 0, "children-activities.attendanceOver"]);
  expect(letter).toContain(`接孩子的码 ${code} 作废了`);
  expect(fresh === code ? [] : [(await hand(code)).isHanded, (await hand(fresh)).isHanded]).toEqual(fresh === code ? [] : [false, true]);
});

test("the public notice says who is expected, whoever is there", async () => {
  ({ stage, sessionId, attendanceId } = await openHouse());
  const notice = async () => {
    const { body } = await stage.call("GET /public/sessions", { as: null });
    return JSON.stringify(body.sessions.filter(({ heldOn }: { heldOn: string }) => heldOn === "2027-07-12"));
  };
  const before = await notice();
  await desk("POST /attendances/:attendanceId/arrival");

  expect(await notice()).toBe(before);
  expect(JSON.parse(before)).toMatchObject([{ adults: 2 }]);
});

test("the public notice counts people: who left and came back is one adult, who left for good is none", async () => {
  ({ stage, sessionId, attendanceId } = await openHouse());
  const adults = async () => {
    const { body } = await stage.call("GET /public/sessions", { as: null });
    return body.sessions.find(({ heldOn }: { heldOn: string }) => heldOn === "2027-07-12").adults;
  };
  const [, second] = (await board()).posts;
  await desk("POST /posts/:postId/leaving", { postId: second.id }, { reason: "" });
  const without = await adults();
  await desk("POST /sessions/:sessionId/stand-ins", {}, { adultId: second.adultId });

  expect([without, await adults()]).toEqual([1, 2]);
});

test("two adults who leave at the same moment are judged one after the other, and the alarm is there", async () => {
  ({ stage, sessionId, attendanceId } = await openHouse());
  await desk("POST /attendances/:attendanceId/arrival");
  const { posts } = await board();

  const left = await Promise.all(posts.map(({ id }: { id: string }) => desk("POST /posts/:postId/leaving", { postId: id }, { reason: "发烧" })));

  const stored = await stage.app.write<{ adults: number }>("children-activities", ({ db }) =>
    db.selectFrom("children_activities_session").select("adults").where("id", "=", sessionId).executeTakeFirstOrThrow(),
  );
  expect(left.map(({ status }) => status)).toEqual([200, 200]);
  expect([stored.adults, (await board()).since]).toEqual([0, "2027-07-12T00:20:00.000Z"]);
});
