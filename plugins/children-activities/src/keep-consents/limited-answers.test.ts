import { afterEach, beforeEach, expect, test } from "vitest";
import { linkOf } from "../ask-guardian/door.js";
import { planBody, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let childId: string;
let guardianId: string;
let programmeId: string;
beforeEach(async () => {
  stage = await setStage();
  childId = await stage.aChild(1);
  guardianId = (await shown()).guardians[0].guardianId;
  programmeId = (await stage.must("POST /programmes", { body: planBody(stage.homeId) })).id;
});
afterEach(() => stage.app.close());
const shown = async () => (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[0];
const answer = (body: object) =>
  stage.call("POST /children/:childId/consents", { as: "luo", params: { childId }, body: { guardianId, purpose: "photo", isYes: true, ...body } });

test("what is agreed to for one activity or until a day is listed with it, and what is said later takes its place", async () => {
  await answer({ programmeId, untilOn: "2027-07-14" });
  const one = (await shown()).limits;
  stage.app.ports.advance(1000);
  await answer({ purpose: "participation", untilOn: "2027-07-31" });
  const two = (await shown()).limits.map(({ purpose }: any) => purpose);
  stage.app.ports.advance(1000);
  await answer({});
  await answer({ purpose: "participation", isYes: false });

  expect(one).toEqual([{ guardianId, purpose: "photo", activity: "防溺水和阅读", untilOn: "2027-07-14", isYes: true }]);
  expect([two.sort(), (await shown()).limits]).toEqual([["participation", "photo"], []]);
});

test("what is over is listed no more", async () => {
  await answer({ untilOn: "2027-07-06" });
  const before = (await shown()).limits.length;
  stage.app.ports.setTime("2027-07-07T09:00");

  expect([before, (await shown()).limits]).toEqual([1, []]);
});

test("one activity is one of the child's own home and never the keeping of data, and a last day is not over", async () => {
  const codes = [
    await answer({ programmeId: "none" }),
    await answer({ purpose: "data", programmeId }),
    await answer({ untilOn: "2027-07-04" }),
    await answer({ untilOn: "2027-02-30" }),
  ].map(({ body }) => [body.code.replace("children-activities.", ""), body.field]);

  expect(codes).toEqual([
    ["programmeUnknown", "body.programmeId"],
    ["consentWhole", "body.programmeId"],
    ["dayInvalid", "body.untilOn"],
    ["dayInvalid", "body.untilOn"],
  ]);
});

test("a no has no last day, so that whoever means “until then” erases nothing and no hidden no stands after it", async () => {
  const codes = [await answer({ isYes: false, untilOn: "2027-07-31" }), await answer({ purpose: "data", isYes: false, untilOn: "2027-07-31" })].map(
    ({ status, body }) => [status, body.code, body.field],
  );

  expect(codes).toEqual([
    [422, "children-activities.refusalDay", "body.untilOn"],
    [422, "children-activities.refusalDay", "body.untilOn"],
  ]);
  expect((await shown()).name).toBe("孩子1");
});

test("a guardian says so on their own page too", async () => {
  const key = (await stage.app.write<string>("children-activities", (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
  const open = (path: string, body: object) => stage.must(path, { as: null, params: { guardianId, childId }, body });
  await open("POST /public/guardians/:guardianId/codes", { key });
  const code = /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0];
  const { token } = await open("POST /public/guardians/:guardianId/door", { key, code });

  await open("POST /public/guardians/:guardianId/children/:childId/consents", { token, purpose: "photo", isYes: true, programmeId, untilOn: "2027-07-14" });
  const { children } = await open("POST /public/guardians/:guardianId/children", { token });

  expect([children[0].activities, children[0].limits.map(({ activity, untilOn }: any) => [activity, untilOn])]).toEqual([
    [{ id: programmeId, title: "防溺水和阅读" }],
    [["防溺水和阅读", "2027-07-14"]],
  ]);
});
