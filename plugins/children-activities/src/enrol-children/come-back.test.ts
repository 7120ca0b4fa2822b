import { afterEach, beforeEach, expect, test } from "vitest";
import { noCounts, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let adults: string[];
let programmeId: string;
let childId: string;
beforeEach(async () => {
  stage = await setStage();
  adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文", { account: "zhao" })];
  programmeId = await publishPlan(stage, adults, { weekdays: [1, 2], untilOn: "2027-07-13", expected: { ...noCounts, "6_8": 2 } });
  childId = await stage.aChild(1);
  await enrol([childId]);
});
afterEach(() => stage.app.close());

const enrol = (childIds: readonly string[], againIds: readonly string[] = []) =>
  stage.call("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds, againIds } });
const rows = (id = childId): Promise<{ id: string; state: string; sessionId: string }[]> =>
  stage.app.write<any>("children-activities", ({ db }) =>
    db
      .selectFrom("children_activities_attendance as row")
      .innerJoin("children_activities_session as session", "session.id", "row.sessionId")
      .select(["row.id as id", "row.state as state", "row.sessionId as sessionId"])
      .where("childId", "=", id)
      .orderBy("session.heldOn")
      .execute(),
  );
const states = async (id = childId) => (await rows(id)).map(({ state }) => state);
const cancel = async (n: number) => stage.must("POST /attendances/:attendanceId/cancel", { as: "luo", params: { attendanceId: (await rows())[n]!.id } });
async function answer(purpose: string, isYes: boolean, more: object = {}, id = childId) {
  const { children } = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
  const { guardianId } = children.find((one: any) => one.id === id).guardians[0];
  stage.app.ports.advance(1000);
  await stage.must("POST /children/:childId/consents", { as: "luo", params: { childId: id }, body: { guardianId, purpose, isYes, ...more } });
}
const openings = async () => (await stage.must("GET /homes/:homeId/openings", { as: "luo", params: { homeId: stage.homeId } })).programmes;

test("a child taken off the list by a slip comes back after the last day to enrol, through open doors too; nobody new does", async () => {
  const fresh = await stage.aChild(2);
  stage.app.ports.setTime("2027-07-12T08:20");
  await cancel(0);
  const { sessionId } = (await rows())[0]!;
  const board = () => stage.must("GET /sessions/:sessionId/board", { as: "luo", params: { sessionId } });
  for (const { id } of (await board()).posts) await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  await stage.must("POST /sessions/:sessionId/open", { as: "luo", params: { sessionId } });
  const [shown] = await openings();
  const off = await board();
  const refused = [await enrol([fresh]), await enrol([], [fresh]), await enrol([childId])].map(({ body }) => body.code);

  const again = await enrol([], [childId]);
  const arrival = await stage.call("POST /attendances/:attendanceId/arrival", { as: "luo", params: { attendanceId: (await rows())[0]!.id } });

  expect([shown.isLate, shown.children.map((one: any) => [one.childId, one.standing])]).toEqual([true, [[childId, "cancelled"]]]);
  expect([off.off, off.offByGuardian, off.isMine, off.homeId, off.enrolled]).toEqual([1, 0, true, stage.homeId, 0]);
  expect(refused).toEqual(Array(3).fill("children-activities.enrolmentClosed"));
  expect([again.body, arrival.status, await states(), await openings()]).toEqual([{ children: 1, dates: 1 }, 200, ["present", "enrolled"], []]);
});

test("the places are held: who comes back to a list that filled up meanwhile is refused", async () => {
  for (const n of [0, 1]) await cancel(n);
  for (const n of [2, 3]) await enrol([await stage.aChild(n)]);
  stage.app.ports.setTime("2027-07-09T09:00");

  expect((await enrol([], [childId])).body.code).toBe("children-activities.bandFull");
});

test("a guardian who took the consent back and gives it again has put the child on its list again, after the last day to enrol too", async () => {
  stage.app.ports.setTime("2027-07-09T09:00");
  await answer("participation", false);
  const without = await states();
  await answer("participation", true);

  expect([without, await states()]).toEqual([
    ["cancelled", "cancelled"],
    ["enrolled", "enrolled"],
  ]);
});

test("a new yes restores neither what the director cancelled, nor a date it does not cover, nor one that filled up", async () => {
  await cancel(0);
  await answer("participation", false);
  await answer("participation", true, { untilOn: "2027-07-12" });
  const until = await states();
  await answer("participation", false);
  for (const n of [2, 3]) await enrol([await stage.aChild(n)]);
  await answer("participation", true);

  expect([until, await states()]).toEqual([
    ["cancelled", "cancelled"],
    ["cancelled", "cancelled"],
  ]);
});

test("the board of the director says how many guardians took off, and no volunteer is told that the list is theirs", async () => {
  stage.app.ports.setTime("2027-07-12T08:00");
  const { sessionId } = (await rows())[0]!;
  await answer("participation", false);

  const [own, volunteer] = await Promise.all(["luo", "zhao"].map((as) => stage.must("GET /sessions/:sessionId/board", { as, params: { sessionId } })));

  expect([own.off, own.offByGuardian, own.isMine, volunteer.isMine]).toEqual([1, 1, true, false]);
});
