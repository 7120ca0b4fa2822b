import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import type { Stage } from "../testing/stage.js";

let stage: Stage;
let sessionId: string;
let attendanceId: string;
let childId: string;
const desk = (path: string, params: Record<string, string> = {}, body: object = {}, as = "luo") =>
  stage.call(path, { as, params: { sessionId, attendanceId, ...params }, body });
const codeOf = ({ body }: any): string => body.code.replace("children-activities.", "");
const arrive = async () => (await desk("POST /attendances/:attendanceId/arrival")).body.code as string;
const collector = async () => (await desk("GET /attendances/:attendanceId/collectors")).body.collectors[0].id as string;
const board = async () => (await desk("GET /sessions/:sessionId/board")).body;
const openUp = async (options: Parameters<typeof openHouse>[0] = {}) => void ({ stage, sessionId, attendanceId, childId } = await openHouse(options));
beforeEach(() => openUp());
afterEach(() => stage.app.close());

test("a child goes with somebody on the list and the code of the day, once; a wrong code counts down and the fifth voids it", async () => {
  const code = await arrive();
  const collectorId = await collector();
  const hand = (given: string) => desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId, code: given });
  const wrong = code === "111111" ? "222222" : "111111";

  const left = [];
  for (let n = 0; n < 5; n++) left.push((await hand(wrong)).body.left);
  const void_ = (await hand(code)).body;
  await desk("POST /attendances/:attendanceId/codes");
  const fresh = /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0];
  const handed = (await hand(fresh)).body;
  const again = await hand(fresh);

  expect([left, void_, handed, codeOf(again)]).toEqual([[4, 3, 2, 1, 0], { isHanded: false, left: 0 }, { isHanded: true, left: 0 }, "attendanceOver"]);
});

test("a child signed out by a slip is there still, counted again, and goes home with a code of its own made then; a closed session takes nothing back", async () => {
  await arrive();
  const collectorId = await collector();
  const { code } = (await desk("POST /attendances/:attendanceId/codes")).body;
  const hand = (given: string) => desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId, code: given });
  await hand(code);
  const gone = (await board()).present;

  const { code: fresh } = (await desk("POST /attendances/:attendanceId/departure-undone")).body;
  const { present, children } = await board();
  const twice = await desk("POST /attendances/:attendanceId/departure-undone");
  const [old, handed] = [fresh === code ? { isHanded: false } : (await hand(code)).body, (await hand(fresh)).body];
  await desk("POST /sessions/:sessionId/close");

  expect([gone, present, children[0].departedAt, codeOf(twice)]).toEqual([0, 1, null, "attendanceOver"]);
  expect([old.isHanded, handed.isHanded, codeOf(await desk("POST /attendances/:attendanceId/departure-undone"))]).toEqual([false, true, "sessionNot"]);
});

test("a guardian collects with the code of the day and stands on the paper as who took the child, on the list afterwards or not; no guardian of another child does", async () => {
  const code = await arrive();
  const { guardians } = (await desk("GET /attendances/:attendanceId/collectors")).body;
  const other = await stage.aChild(7);
  const { children } = (await stage.call("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).body;
  const stranger = children.find(({ id }: any) => id === other).guardians[0].guardianId;
  const hand = (id: string) => desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId: id, code });

  const refused = [codeOf(await hand(stranger)), codeOf(await hand(childId))];
  const handed = (await hand(guardians[0].id)).body;
  const { name, relation } = guardians[0];
  const paper = async () => (await stage.call("GET /sessions/:sessionId/pick-up-sheet", { as: "luo", params: { sessionId } })).text.split(name).length - 1;
  const papers = [await paper()];
  await stage.must("POST /children/:childId/collectors", { as: "luo", params: { childId }, body: { name, relation, namedById: guardians[0].id } });
  papers.push(await paper());

  expect([refused, handed]).toEqual([["notOnList", "notOnList"], { isHanded: true, left: 0 }]);
  expect(papers).toEqual([2, 2]);
  expect((await stage.app.audited()).filter(({ action }) => action === "children-activities.child.collected")).toHaveLength(1);
});

test("taking back that a child came is no way out: some minutes later the director alone does it", async () => {
  await arrive();
  stage.app.ports.setTime("2027-07-12T08:36");
  const undo = (as: string) => desk("POST /attendances/:attendanceId/arrival-undone", {}, {}, as);

  expect([codeOf(await undo("zhao")), (await undo("luo")).status]).toEqual(["undoLate", 200]);
  await arrive();
  expect((await undo("zhao")).status).toBe(200);
});

test("a look at who may collect a child changes nothing, not even the session's version", async () => {
  await arrive();
  const { version } = await board();
  await collector();

  expect((await board()).version).toBe(version);
});

test("a sign-out that was forgotten is done the next morning with a code made then, which holds", async () => {
  await arrive();
  const collectorId = await collector();
  stage.app.ports.setTime("2027-07-13T07:00");

  const { code } = (await desk("POST /attendances/:attendanceId/codes")).body;
  const handed = (await desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId, code })).body;

  const { text: paper } = await desk("GET /sessions/:sessionId/pick-up-sheet");
  expect([handed, (await desk("POST /sessions/:sessionId/close")).status]).toEqual([{ isHanded: true, left: 0 }, 200]);
  expect(paper).toContain("7月13日 07:00");
});

test("an adult on duty reads no list once the day is over, except while a child is there still; the director may close what was forgotten", async () => {
  const names = async (as: string) => (await desk("GET /sessions/:sessionId/children", {}, {}, as)).status;
  await arrive();
  stage.app.ports.setTime("2027-07-12T17:01");
  const withChild = await names("zhao");
  const { code } = (await desk("POST /attendances/:attendanceId/codes")).body;
  await desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId: await collector(), code });

  expect([withChild, await names("zhao"), await names("luo")]).toEqual([200, 403, 200]);
  expect((await desk("POST /sessions/:sessionId/close")).status).toBe(200);
});

test("a collector the guardian struck off is not on the list any more, code or not", async () => {
  const code = await arrive();
  const collectorId = await collector();
  await stage.must("POST /collectors/:collectorId/end", { as: "luo", params: { collectorId } });

  expect(codeOf(await desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId, code }))).toBe("notOnList");
});

test("who was asked for by a one-off and not confirmed is on no list, and a confirmed one is good for that session alone", async () => {
  const code = await arrive();
  const { guardians } = (await desk("GET /attendances/:attendanceId/collectors")).body;
  await desk("POST /attendances/:attendanceId/one-off", {}, { name: "周师傅", relation: "叔叔", guardianId: guardians[0].id });
  const pending = await stage.app.write("children-activities", ({ db }) =>
    db.selectFrom("children_activities_collector").selectAll().where("sessionId", "is not", null).executeTakeFirstOrThrow(),
  );
  const early = await desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId: (pending as any).id, code });
  const given = /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0];
  await desk("POST /attendances/:attendanceId/one-off/confirmation", {}, { code: given });
  const tomorrow = (await stage.must("GET /mine", { as: "luo" })).sessions.find(({ heldOn }: any) => heldOn === "2027-07-13").id;
  stage.app.ports.setTime("2027-07-13T08:20");
  const { posts, children } = (await desk("GET /sessions/:sessionId/board", { sessionId: tomorrow })).body;
  for (const { id } of posts) await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  await stage.must("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId: tomorrow } });
  attendanceId = children[0].attendanceId;
  await arrive();

  expect(codeOf(early)).toBe("notOnList");
  expect((await desk("GET /attendances/:attendanceId/collectors")).body.collectors.map(({ name }: any) => name)).toEqual(["接送人1"]);
});

test("only a child of 12 whose guardian wrote down the way goes alone", async () => {
  await arrive();
  const young = await desk("POST /attendances/:attendanceId/alone");
  await stage.app.close();
  await openUp({ alone: true });
  await arrive();

  const old = await desk("POST /attendances/:attendanceId/alone");

  expect([codeOf(young), old.status, (await board()).children[0].state]).toEqual(["notAlone", 200, "alone"]);
});

test("nobody but who leads this session opens its names, its board or its desk; an hour before is soon enough", async () => {
  await arrive();
  const reach = async (as: string) =>
    (
      await Promise.all(
        ["GET /sessions/:sessionId/board", "GET /sessions/:sessionId/children", "GET /attendances/:attendanceId/collectors"].map((path) =>
          desk(path, {}, {}, as),
        ),
      )
    ).map(({ status }) => status);
  const [leader, secretary, worker] = [await reach("zhao"), await reach("secretary"), await reach("worker")];
  const tomorrow = (await stage.must("GET /mine", { as: "zhao" })).sessions.find(({ heldOn }: any) => heldOn === "2027-07-13").id;
  const early = (await desk("GET /sessions/:sessionId/children", { sessionId: tomorrow }, {}, "zhao")).status;

  expect([leader, secretary, worker, early]).toEqual([[200, 200, 200], [403, 403, 403], [403, 403, 403], 403]);
});

test("consent taken back while the child is there alarms at once, and its data are erased when it goes home", async () => {
  const code = await arrive();
  const collectorId = await collector();
  const { children } = (await stage.call("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).body;
  stage.app.ports.advance(60_000);
  await stage.must("POST /children/:childId/consents", {
    as: "luo",
    params: { childId },
    body: { guardianId: children[0].guardians[0].guardianId, purpose: "data", isYes: false },
  });
  const alarmed = (await board()).violations.map((one: any) => one.code);
  const { isHanded } = (await desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId, code })).body;
  const after = (await stage.call("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).body.children;

  expect([alarmed, isHanded, after]).toEqual([["noDataConsent"], true, []]);
});

test("a head count that does not fit says how many are missing", async () => {
  await arrive();

  const { body } = await desk("POST /sessions/:sessionId/head-counts", {}, { counted: 0 });

  expect([body, (await board()).countDueAt]).toEqual([{ present: 1, missing: 1 }, "2027-07-12T00:50:00.000Z"]);
});

test("a head count that was left out stands on the board and on the director's today some minutes after it was due, while a child is there, until heads are counted", async () => {
  await arrive();
  const late = async () => [
    (await board()).isCountLate,
    (await stage.must("GET /mine", { as: "luo" })).sessions.find(({ state }: any) => state === "open").isCountLate,
  ];
  stage.app.ports.setTime("2027-07-12T08:54");
  const due = await late();
  stage.app.ports.setTime("2027-07-12T08:55");
  const overdue = await late();
  await desk("POST /sessions/:sessionId/head-counts", {}, { counted: 1 });

  expect([due, overdue, await late()]).toEqual([
    [false, false],
    [true, true],
    [false, false],
  ]);
});

test("from the closing hour on a child still there stands on the board and on the director's today, until it went home", async () => {
  const code = await arrive();
  const uncollected = async () => {
    const { sessions } = await stage.must("GET /mine", { as: "luo" });
    return [(await board()).isUncollected, ...sessions.filter(({ state }: any) => state === "open").map(({ isUncollected }: any) => isUncollected)];
  };
  stage.app.ports.setTime("2027-07-12T10:59");
  const before = await uncollected();
  stage.app.ports.setTime("2027-07-12T11:00");
  const after = await uncollected();
  await desk("POST /attendances/:attendanceId/hand-over", {}, { collectorId: await collector(), code });

  expect([before, after, await uncollected()]).toEqual([
    [false, false],
    [true, true],
    [false, false],
  ]);
});

test("who was noted as not on the list by a slip is taken back within minutes by who noted it; what was noted before stays", async () => {
  await arrive();
  const steps = async () => (await board()).children[0].steps.map(({ step }: any) => step);
  await desk("POST /attendances/:attendanceId/refusals");
  stage.app.ports.advance(16 * 60_000);
  await desk("POST /attendances/:attendanceId/refusals");
  const twice = await steps();
  const other = await desk("POST /attendances/:attendanceId/refusals-undone", {}, {}, "zhao");
  const undone = await desk("POST /attendances/:attendanceId/refusals-undone");
  const again = await desk("POST /attendances/:attendanceId/refusals-undone");

  expect([twice, undone.status, await steps()]).toEqual([["refused", "refused"], 200, ["refused"]]);
  expect([other, again].map(codeOf)).toEqual(["refusalLate", "refusalLate"]);
});

test("the question to a guardian is there for who opens the desk anew, until its code is over or was used", async () => {
  await arrive();
  const asked = async () => (await desk("GET /attendances/:attendanceId/collectors")).body.asked;
  const before = await asked();
  const { guardians } = (await desk("GET /attendances/:attendanceId/collectors")).body;
  await desk("POST /attendances/:attendanceId/one-off", {}, { name: "周师傅", relation: "叔叔", guardianId: guardians[0].id });
  const waiting = await asked();
  stage.app.ports.advance(20 * 60_000);

  expect([before, waiting, await asked()]).toEqual([null, { guardianId: guardians[0].id, untilAt: "2027-07-12T00:40:00.000Z" }, null]);
});
