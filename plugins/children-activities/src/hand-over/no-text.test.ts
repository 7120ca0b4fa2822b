import { afterEach, expect, test } from "vitest";
import { linkOf } from "../ask-guardian/door.js";
import { openHouse, type OpenHouse } from "../testing/open-house.js";

let house: OpenHouse;
afterEach(() => house.stage.app.close());
const desk = (path: string, body: object = {}) =>
  house.stage.call(path, { as: "luo", params: { attendanceId: house.attendanceId, childId: house.childId }, body });

test.each([
  ["the house has no gateway", { hasGateway: false }],
  ["the guardian has a landline", { guardianPhone: "02988880001" }],
])("where %s the desk says so, asks for no code that never comes, and the director's list leads on", async (_, options) => {
  house = await openHouse(options);
  const { code } = (await desk("POST /attendances/:attendanceId/arrival")).body;
  const { guardians, home } = (await desk("GET /attendances/:attendanceId/collectors")).body;
  const guardianId = guardians[0].id;

  const asked = await desk("POST /attendances/:attendanceId/one-off", { name: "周师傅", relation: "叔叔", guardianId });
  const kept = (await desk("GET /attendances/:attendanceId/collectors")).body.collectors.length;
  const { id: collectorId } = (await desk("POST /children/:childId/collectors", { name: "周师傅", relation: "叔叔", namedById: guardianId })).body;
  const handed = (await desk("POST /attendances/:attendanceId/hand-over", { collectorId, code })).body;

  expect([guardians[0].getsTexts, home]).toEqual([false, { id: house.stage.homeId, director: "罗婷", isMine: true }]);
  expect([asked.body.code, kept, handed.isHanded]).toEqual(["children-activities.noText", 1, true]);
});

test("no code of the day is texted to a landline; a mobile number gets it", async () => {
  house = await openHouse({ guardianPhone: "02988880001" });
  await desk("POST /attendances/:attendanceId/arrival");
  const toLandline = await house.stage.letters();
  await house.stage.app.close();
  house = await openHouse();
  await desk("POST /attendances/:attendanceId/arrival");

  expect([toLandline.length, (await house.stage.letters()).filter(({ text }) => /\d{6}/.test(text)).length]).toEqual([0, 1]);
});

test("a guardian's page is opened by nobody where no code reaches the guardian, and says whom to ask", async () => {
  house = await openHouse({ hasGateway: false });
  const { stage } = house;
  const { children } = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
  const [{ guardianId, getsTexts }] = children[0].guardians;
  const key = (await stage.app.write<string>("children-activities", (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;

  const { body } = await stage.call("POST /public/guardians/:guardianId/codes", { as: null, params: { guardianId }, body: { key } });

  expect([getsTexts, body.code, body.remedy.includes("儿童主任")]).toEqual([false, "children-activities.noText", true]);
});

test("who has a mobile number is asked by a code as ever", async () => {
  house = await openHouse();
  await desk("POST /attendances/:attendanceId/arrival");
  const { guardians } = (await desk("GET /attendances/:attendanceId/collectors")).body;

  const asked = await desk("POST /attendances/:attendanceId/one-off", { name: "周师傅", relation: "叔叔", guardianId: guardians[0].id });

  expect([guardians[0].getsTexts, asked.status]).toEqual([true, 200]);
});
