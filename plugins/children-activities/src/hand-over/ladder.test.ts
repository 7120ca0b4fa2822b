import { aPerson } from "@lianxin/directory/testing";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse } from "../testing/open-house.js";
import { phoneOf, type Stage } from "../testing/stage.js";
import { ladder, nextRung } from "./ladder.js";

let stage: Stage;
let sessionId: string;
let attendanceId: string;
const desk = (path: string, body: object = {}) => stage.call(path, { as: "luo", params: { sessionId, attendanceId }, body });
const climb = async (step: string, more: object = {}) => (await desk("POST /attendances/:attendanceId/steps", { step, ...more })).body.code ?? "done";
const child = async () => (await desk("GET /sessions/:sessionId/board")).body.children[0];
beforeEach(async () => {
  ({ stage, sessionId, attendanceId } = await openHouse());
  await desk("POST /attendances/:attendanceId/arrival");
});
afterEach(() => stage.app.close());
const tooSoon = "children-activities.tooSoon";

test("three calls are some minutes apart, secretary and police half an hour after the end, and the board says when the next step is", async () => {
  stage.app.ports.setTime("2027-07-12T11:02");
  const first = [await climb("call1"), await climb("call2")];
  const next = (await child()).next;
  stage.app.ports.setTime("2027-07-12T11:07");
  const second = [await climb("call2"), await climb("call3")];
  stage.app.ports.setTime("2027-07-12T11:12");
  const third = [await climb("call3")];
  const zhao = (await desk("GET /sessions/:sessionId/board")).body.posts.find(({ name }: any) => name === "赵文").personId;
  third.push(await climb("twoStay", { secondId: zhao }), await climb("secretary"));
  stage.app.ports.setTime("2027-07-12T11:30");
  const last = [await climb("secretary"), await climb("police")];

  expect([first, second, third, last]).toEqual([
    ["done", tooSoon],
    ["done", tooSoon],
    ["done", "done", tooSoon],
    ["done", "done"],
  ]);
  expect(next).toEqual({ step: "call2", dueAt: "2027-07-12T03:07:00.000Z" });
  expect((await child()).next).toBeNull();
});

test("where one adult is left, that is noted and secretary and police can be told; with two there nobody is left alone with the child", async () => {
  for (const [time, step] of [
    ["11:02", "call1"],
    ["11:07", "call2"],
    ["11:12", "call3"],
  ] as const) {
    stage.app.ports.setTime(`2027-07-12T${time}`);
    await climb(step);
  }
  const { posts } = (await desk("GET /sessions/:sessionId/board")).body;
  const withTwo = await climb("oneStays");
  const zhao = posts.find(({ name }: any) => name === "赵文");
  await stage.must("POST /posts/:postId/leaving", { as: "luo", params: { postId: zhao.id }, body: { reason: "" } });
  const withOne = [await climb("twoStay", { secondId: zhao.personId }), await climb("secretary"), await climb("oneStays"), await climb("oneStays")];
  stage.app.ports.setTime("2027-07-12T11:30");
  const last = [await climb("secretary"), await climb("police")];

  expect(posts.map(({ name, isSelf }: any) => [name, isSelf])).toEqual([
    ["罗婷", true],
    ["赵文", false],
  ]);
  expect([withTwo, ...withOne].map((one) => one.replace("children-activities.", ""))).toEqual([
    "secondNeeded",
    "secondNeeded",
    "ladderOrder",
    "done",
    "ladderOrder",
  ]);
  expect([last, (await child()).next]).toEqual([["done", "done"], null]);
  expect((await child()).steps.map(({ step }: any) => step)).toEqual(["call1", "call2", "call3", "oneStays", "secretary", "police"]);
});

test("a step is hurried only for one of the reasons there are, which stands with it; at its time none is noted", async () => {
  stage.app.ports.setTime("2027-07-12T11:02");
  const steps = [await climb("call1", { hurry: "weather" }), await climb("call2", { hurry: "孩子叫小宇" }), await climb("call2", { hurry: "unreachable" })];

  expect(steps).toEqual(["done", "kit.invalidInput", "done"]);
  expect((await child()).steps.map(({ step, hurry }: any) => [step, hurry])).toEqual([
    ["call1", null],
    ["call2", "unreachable"],
  ]);
});

test("the next step is the first that is not done, never due before the end or before the one it follows", () => {
  const end = "2027-07-12T03:00:00.000Z";
  fc.assert(
    fc.property(fc.nat(ladder.length), fc.array(fc.nat(90), { minLength: ladder.length, maxLength: ladder.length }), (count, minutes) => {
      let now = Date.parse(end);
      const done = ladder.slice(0, count).map((step, i) => ({ step, at: new Date((now += minutes[i]! * 60_000)).toISOString() }));
      const next = nextRung(end, done);

      expect(next?.step).toBe(ladder[count]);
      if (!next) return;
      const since = { call2: done.at(-1)?.at, call3: done.at(-1)?.at }[next.step as string];
      const earliest = since ? Date.parse(since) + 5 * 60_000 : Date.parse(end) + (next.step === "secretary" || next.step === "police" ? 30 * 60_000 : 0);
      expect(next.dueAt).toBe(new Date(earliest).toISOString());
    }),
    { seed: 8 },
  );
});

test("a code that was lost is renewed for who leads, to be said by telephone; the one before opens nothing", async () => {
  const { collectors, guardians } = (await desk("GET /attendances/:attendanceId/collectors")).body;
  const hand = async (code: string) => (await desk("POST /attendances/:attendanceId/hand-over", { collectorId: collectors[0].id, code })).body.isHanded;
  const sent = /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0];

  const { code } = (await desk("POST /attendances/:attendanceId/codes")).body;

  expect(guardians[0].phone).toMatch(/^1990000\d{4}$/);
  expect(code === sent ? [] : [await hand(sent), await hand(code)]).toEqual(code === sent ? [] : [false, true]);
});

test("the board says the last head count, and why an adult left", async () => {
  stage.app.ports.setTime("2027-07-12T09:00");
  const before = (await desk("GET /sessions/:sessionId/board")).body.lastCount;
  await desk("POST /sessions/:sessionId/head-counts", { counted: 0 });
  const { posts } = (await desk("GET /sessions/:sessionId/board")).body;
  const zhao = posts.find(({ name }: any) => name === "赵文");
  await stage.must("POST /posts/:postId/leaving", { as: "luo", params: { postId: zhao.id }, body: { reason: " 家里有事 " } });

  const board = (await desk("GET /sessions/:sessionId/board")).body;

  expect([before, board.lastCount]).toEqual([null, { at: "2027-07-12T01:00:00.000Z", counted: 0, present: 1, by: "罗婷" }]);
  expect(board.posts.find(({ id }: any) => id === zhao.id).leftReason).toBe("家里有事");
});

/** Every step up to the police, each at its time. */
async function climbAll(): Promise<void> {
  for (const [time, ...steps] of [
    ["11:02", "call1"],
    ["11:07", "call2"],
    ["11:12", "call3", "twoStay"],
    ["11:30", "secretary", "police"],
  ] as const) {
    stage.app.ports.setTime(`2027-07-12T${time}`);
    const { posts } = (await desk("GET /sessions/:sessionId/board")).body;
    const secondId = posts.find(({ name }: any) => name === "赵文").personId;
    for (const step of steps) await climb(step, step === "twoStay" ? { secondId } : {});
  }
}

test("a child nobody can be found for goes with the police or civil affairs once every step is done; the register says with whom, the session ends, and a slip is taken back", async () => {
  const early = await desk("POST /attendances/:attendanceId/office", { office: "police" });
  await climbAll();
  await desk("POST /attendances/:attendanceId/office", { office: "police" });
  const undone = await desk("POST /attendances/:attendanceId/departure-undone");
  const taken = await desk("POST /attendances/:attendanceId/office", { office: "civil_affairs" });
  const { state, steps } = await child();
  const { text: paper } = await desk("GET /sessions/:sessionId/pick-up-sheet");
  const closed = await desk("POST /sessions/:sessionId/close");

  expect([early.body.code, undone.status, taken.status, state, closed.status]).toEqual(["children-activities.ladderOrder", 200, 200, "taken", 200]);
  expect(steps.map(({ step }: any) => step).slice(-2)).toEqual(["took_police", "took_civil_affairs"]);
  expect(paper).toContain("民政接走了");
  expect(paper).not.toContain("派出所接走了");
});

test("who signs for the community and the director read at the secretary's and at the police's turn that a child is there, by no child's name; whom no letter reaches is named", async () => {
  const sun = await aPerson(stage.app, { fullName: "孙丽", role: "secretary", account: "sun", channels: [{ kind: "phone", address: phoneOf(3001) }] });
  await climbAll();
  const toSun = (await stage.letters()).filter(({ to }) => to === sun).map(({ text }) => text);

  expect(toSun).toEqual(Array(2).fill("儿童之家：7月12日 08:30“防溺水和阅读”散场后有孩子没人接，罗婷报给您。请马上联系罗婷，能来就来。"));
});
