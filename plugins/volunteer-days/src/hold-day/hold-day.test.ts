import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const keyIn = (dayId: string, body: object) => stage.call("POST /days/:dayId/check-ins", { params: { dayId }, body });
const record = (dayId: string, body: object = {}) => stage.call("POST /days/:dayId/hours", { params: { dayId }, body });
const peopleOn = async (dayId: string): Promise<any[]> =>
  (await stage.call("GET /days/:dayId", { params: { dayId } })).body.teams.flatMap(({ people }: any) => people);
const minutesOn = async (dayId: string) => Object.fromEntries((await peopleOn(dayId)).map(({ code, minutes }) => [code, minutes]));
async function held(people: number): Promise<string> {
  const { id } = await stage.day("2026-09-17");
  for (let n = 1; n <= people; n++) await stage.join(id, n);
  return id;
}

test("who is ticked off at 08:30 and leaves at 09:40 has 70 minutes, whatever the seconds", async () => {
  const { id: dayId } = await stage.day("2026-09-17");
  const { signUpId } = (await stage.join(dayId, 1)).body;
  const mark = (at: string, act: string) => {
    stage.app.ports.setTime(at);
    return stage.call("POST /days/:dayId/check-ins", { params: { dayId }, body: { signUpId, act } });
  };

  await mark("2026-09-17T08:30:41", "arrive");
  await mark("2026-09-17T09:40:02", "leave");
  stage.app.ports.setTime("2026-09-17T10:45");
  const { body } = await stage.call("POST /days/:dayId/hours", { params: { dayId } });

  expect(body).toEqual({ people: 1, minutes: 70, elsewhere: 0 });
});

test("paper keyed in the next morning gives each row the time it says: all of it, from nine, until 9:40, both, and none to who did not come", async () => {
  const dayId = await held(5);
  stage.app.ports.setTime("2026-09-18T09:00");

  await keyIn(dayId, { code: "1", act: "arrive" });
  await keyIn(dayId, { code: "2", act: "arrive", time: "09:00" });
  await keyIn(dayId, { code: "3", act: "arrive", left: "09:40" });
  await keyIn(dayId, { code: "4", act: "arrive", time: "09:00", left: "09:40" });
  await keyIn(dayId, { code: "5", act: "absent" });
  const { body } = await record(dayId);

  expect(await minutesOn(dayId)).toEqual({ 1: 120, 2: 90, 3: 70, 4: 40, 5: null });
  expect(body).toEqual({ people: 4, minutes: 320, elsewhere: 0 });
});

test("a row keyed in during the day is of the plan too, and keyed in again it says the whole", async () => {
  const dayId = await held(1);
  stage.app.ports.setTime("2026-09-17T10:00");
  await keyIn(dayId, { code: "1", act: "arrive", time: "09:00", left: "09:40" });

  await keyIn(dayId, { code: "1", act: "arrive" });

  expect((await peopleOn(dayId))[0]).toMatchObject({ arrivedAt: "2026-09-17T00:30:00.000Z", leftAt: null });
});

test("who is ticked off the next morning came at the start and left at the end", async () => {
  const dayId = await held(2);
  const [first, second] = await peopleOn(dayId);
  stage.app.ports.setTime("2026-09-18T09:00");

  await keyIn(dayId, { signUpId: first.signUpId, act: "arrive" });
  await keyIn(dayId, { signUpId: second.signUpId, act: "leave" });
  await record(dayId);

  expect(await minutesOn(dayId)).toEqual({ 1: 120, 2: 120 });
});

test("times that leave no minute are refused at their field", async () => {
  const dayId = await held(1);
  stage.app.ports.setTime("2026-09-18T09:00");
  const row = { code: "1", act: "arrive" };

  const refused = [
    await keyIn(dayId, { ...row, time: "10:30" }),
    await keyIn(dayId, { ...row, left: "08:30" }),
    await keyIn(dayId, { ...row, time: "09:40", left: "09:00" }),
    await keyIn(dayId, { ...row, left: "25:00" }),
  ];

  expect(refused.map(({ body: { code, field } }) => [code, field])).toEqual([
    ["volunteer-days.timeOutside", "body.time"],
    ["volunteer-days.timeOutside", "body.left"],
    ["volunteer-days.leftBefore", "body.left"],
    ["volunteer-days.timeInvalid", "body.left"],
  ]);
  expect((await peopleOn(dayId))[0]).toMatchObject({ arrivedAt: null, leftAt: null });
});

test("whoever was never ticked off has hours only once their number is confirmed", async () => {
  const dayId = await held(3);
  stage.app.ports.setTime("2026-09-17T11:00");
  await keyIn(dayId, { code: "1", act: "arrive" });

  const [ticked, guessed, confirmed] = [await record(dayId), await record(dayId, { unticked: 1 }), await record(dayId, { unticked: 2 })];

  expect([ticked.body, confirmed.body]).toEqual([
    { people: 1, minutes: 120, elsewhere: 0 },
    { people: 2, minutes: 240, elsewhere: 0 },
  ]);
  expect(guessed.body).toMatchObject({ code: "volunteer-days.hoursUnticked", field: "body.unticked" });
});

test("what is keyed in after the hours were written down is refused and said how to correct, and the correction counts, from nothing too", async () => {
  const dayId = await held(1);
  stage.app.ports.setTime("2026-09-17T11:00");
  await keyIn(dayId, { code: "1", act: "arrive" });
  await record(dayId);
  const [{ signUpId }] = await peopleOn(dayId);
  const correct = (minutes: number) =>
    stage.call("POST /days/:dayId/hours/:signUpId/corrections", { params: { dayId, signUpId }, body: { minutes, reason: "看错了行" } });

  const refused = [await keyIn(dayId, { code: "1", act: "arrive", time: "09:00" }), await keyIn(dayId, { signUpId, act: "absent" })];
  await correct(0);
  const nothing = await keyIn(dayId, { signUpId, act: "undo" });
  await correct(90);

  expect([...refused, nothing].map(({ status, body }) => [status, body.code])).toEqual([0, 1, 2].map(() => [409, "volunteer-days.hoursRecorded"]));
  expect(refused[0]!.body.remedy).toContain("更正");
  expect((await peopleOn(dayId))[0]).toMatchObject({ minutes: 90, isAbsent: false });
});

test("nobody is ticked off days before, and a number of another date's sheet ticks nobody", async () => {
  const dayId = await held(1);
  const [{ signUpId }] = await peopleOn(dayId);
  const early = [await keyIn(dayId, { signUpId, act: "arrive" }), await keyIn(dayId, { signUpId, act: "absent" })];
  stage.app.ports.setTime("2026-09-17T07:30");
  const opened = await keyIn(dayId, { signUpId, act: "arrive" });
  stage.app.ports.setTime("2026-09-18T09:00");
  const codes = [await keyIn(dayId, { code: "0924-1", act: "arrive" }), await keyIn(dayId, { code: "０９１７－０１", act: "arrive" })];

  expect(early.map(({ body }) => body.code)).toEqual(["volunteer-days.dayNotBegun", "volunteer-days.dayNotBegun"]);
  expect([opened.status, codes[0]!.body.code, codes[0]!.body.field, codes[1]!.status]).toEqual([200, "volunteer-days.codeOtherDay", "body.code", 200]);
});

test("a row that is not on the sheet is named, and keying in who had been noted as not come says so", async () => {
  const dayId = await held(1);
  stage.app.ports.setTime("2026-09-17T11:00");
  await keyIn(dayId, { code: "1", act: "absent" });

  const [none, came, again] = [
    await keyIn(dayId, { code: "99", act: "arrive" }),
    await keyIn(dayId, { code: "1", act: "arrive" }),
    await keyIn(dayId, { code: "1", act: "arrive" }),
  ];

  expect(none.body).toMatchObject({ code: "volunteer-days.rowUnknown", field: "body.code", message: expect.stringContaining("没有第 99 行") });
  expect([came, again].map(({ body }) => body)).toEqual([
    { name: "志愿者1", wasAbsent: true },
    { name: "志愿者1", wasAbsent: false },
  ]);
});

test("the sheet of a date that was moved says which day its numbers begin with", async () => {
  const { id } = await stage.day("2026-10-01");
  await stage.call("PUT /days/:dayId", { params: { dayId: id }, body: { heldOn: "2026-09-30" } });
  await stage.join(id, 1);
  const sheetOf = async (dayId: string) => (await stage.call("GET /days/:dayId/sign-in-sheet", { params: { dayId } })).text;

  const [moved, other] = [await sheetOf(id), await sheetOf((await stage.day("2026-09-24")).id)];

  expect([moved.includes("1001-1"), moved.includes("报名号按原定的10月1日（周四）编"), other.includes("原定")]).toEqual([true, true, false]);
});
