import { afterEach, expect, test } from "vitest";
import { phoneOf, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
afterEach(() => stage.app.close());
const desk = (path: string, attendanceId: string, body: object = {}) => stage.call(path, { as: "luo", params: { attendanceId }, body });

/** An open session with three children, of whom two have one guardian; gives their attendances and codes. */
async function arrive() {
  stage = await setStage();
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
  const programmeId = await publishPlan(stage, adults);
  const guardian = { name: "监护人1", phone: phoneOf(1), relation: "奶奶" };
  const childIds = [await stage.aChild(1, { guardian }), await stage.aChild(2, { guardian }), await stage.aChild(3)];
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds } });
  stage.app.ports.setTime("2027-07-12T08:20");
  const params = { sessionId: (await stage.must("GET /mine", { as: "luo" })).sessions[0].id };
  const { posts, children } = await stage.must("GET /sessions/:sessionId/board", { as: "luo", params });
  for (const { id: postId } of posts) await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId } });
  await stage.must("POST /sessions/:sessionId/open", { as: "luo", params });
  const ids: string[] = childIds.map((id) => children.find(({ childId }: any) => childId === id).attendanceId);
  const codes: string[] = [];
  for (const id of ids) codes.push((await desk("POST /attendances/:attendanceId/arrival", id)).body.code);
  return { ids: ids as [string, string, string], codes: codes as [string, string, string], childIds };
}
async function hand(attendanceId: string, code: string) {
  const collectorId = (await desk("GET /attendances/:attendanceId/collectors", attendanceId)).body.collectors[0].id;
  return (await desk("POST /attendances/:attendanceId/hand-over", attendanceId, { collectorId, code })).body;
}

test("who has two children there need not know which code is whose: each opens for either, once, and for nobody else's child", async () => {
  const { ids, codes } = await arrive();
  const said = (await stage.letters()).map(({ text }) => text.includes("一个码接一个，先用哪个都行"));

  const others = [await hand(ids[2], codes[0]), await hand(ids[0], codes[2])];
  const crossed = await hand(ids[0], codes[1]);
  const twice = await hand(ids[1], codes[1]);
  const last = await hand(ids[1], codes[0]);

  expect(said).toEqual([false, true, false]);
  expect(others.map(({ isHanded }) => isHanded)).toEqual([false, false]);
  expect([crossed.isHanded, twice.isHanded, last.isHanded]).toEqual([true, false, true]);
});

test("five wrong ones for one of them void every code for it until it has another, and the other goes home with the codes there were", async () => {
  const { ids, codes } = await arrive();
  const wrong = ["111111", "222222", "333333"].find((one) => !codes.includes(one))!;
  for (let n = 0; n < 5; n++) await hand(ids[0], wrong);

  const voided = [await hand(ids[0], codes[0]), await hand(ids[0], codes[1])];
  const other = await hand(ids[1], codes[1]);
  const { code } = (await desk("POST /attendances/:attendanceId/codes", ids[0])).body;

  expect([voided.map(({ isHanded }) => isHanded), other.isHanded]).toEqual([[false, false], true]);
  expect((await hand(ids[0], code)).isHanded).toBe(true);
});

test("who is no guardian of one of them any more opens it with no code of the other", async () => {
  const { ids, codes, childIds } = await arrive();
  const childId = childIds[0]!;
  const { guardians } = (await desk("GET /attendances/:attendanceId/collectors", ids[0])).body;
  const consents = { data: true, participation: true, photo: false, health: false };
  const father = { name: "吴建国", phone: phoneOf(2002), relation: "父亲", consents, textVersion: "2026-1", givenOn: "2027-07-11" };
  await stage.must("POST /children/:childId/guardians", { as: "luo", params: { childId }, body: father });
  const { children } = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
  const fatherId = children.find(({ id }: any) => id === childId).guardians.find(({ name }: any) => name === father.name).guardianId;
  await stage.must("POST /children/:childId/guardians/:guardianId/end", { as: "luo", params: { childId, guardianId: guardians[0].id } });

  const give = (code: string) => desk("POST /attendances/:attendanceId/hand-over", ids[0], { collectorId: fatherId, code });
  const closed = [(await give(codes[0])).body, (await give(codes[1])).body];
  const { code } = (await desk("POST /attendances/:attendanceId/codes", ids[0])).body;

  expect(closed.map(({ isHanded }) => isHanded)).toEqual([false, false]);
  expect([(await give(code)).body.isHanded, (await hand(ids[1], codes[1])).isHanded]).toEqual([true, true]);
});

test("after a wrong sign-out by a sibling's code each of them has one code of its own, and wrong tries for one of three leave the others theirs", async () => {
  const { ids, codes } = await arrive();
  await hand(ids[0], codes[1]);
  const { code: again } = (await desk("POST /attendances/:attendanceId/departure-undone", ids[0])).body;

  const own = await hand(ids[0], again);
  const wrong = ["111111", "222222", "333333"].find((one) => ![...codes, again].includes(one))!;
  const left = [];
  for (let n = 0; n < 2; n++) left.push((await hand(ids[1], wrong)).left);

  expect([own.isHanded, left, (await hand(ids[1], codes[0])).isHanded]).toEqual([true, [4, 3], true]);
});

test("a guardian of several who is asked about somebody reads at which home and for which child, by the end of its name alone", async () => {
  const { ids } = await arrive();
  const { guardians } = (await desk("GET /attendances/:attendanceId/collectors", ids[1])).body;
  await desk("POST /attendances/:attendanceId/one-off", ids[1], { name: "李梅", relation: "姨妈", guardianId: guardians[0].id });
  const { text } = (await stage.letters()).at(-1)!;

  expect(text).toMatch(/^上湾村儿童之家：姨妈 李＊ 来接您家的孩子（名字最后一个字是“2”），不在名单里。/);
  expect(text).not.toContain("孩子2");
});
