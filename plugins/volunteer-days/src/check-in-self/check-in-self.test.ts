import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
let link: string;
beforeEach(async () => {
  stage = await setStage();
  dayId = (await stage.day("2026-09-17")).id;
  link = (await stage.join(dayId, 1)).body.link;
});
afterEach(() => stage.app.close());
const show = () => stage.call("GET /days/:dayId/code", { as: "worker", params: { dayId } });
const send = (code: string, act = "arrive") => {
  const [signUpId, key] = link.split("/").slice(-2) as [string, string];
  return stage.call("POST /public/sign-ups/:signUpId/:key/check-ins", { as: null, params: { signUpId, key }, body: { code, act } });
};
const person = async () => (await stage.call("GET /days/:dayId", { params: { dayId } })).body.teams.flatMap(({ people }: any) => people)[0];

test("the code shown signs in at its minute, though it arrives half an hour later and twice; leaving takes the code of then", async () => {
  stage.app.ports.setTime("2026-09-17T08:34");
  const { body } = await show();
  stage.app.ports.setTime("2026-09-17T09:05");

  const [first, again] = [await send(body.code), await send(` ${body.code} `)];
  stage.app.ports.setTime("2026-09-17T10:00");
  const left = await send((await show()).body.code, "leave");
  stage.app.ports.setTime("2026-09-17T11:00");
  const hours = await stage.call("POST /days/:dayId/hours", { params: { dayId } });

  expect(body.nextAt).toBe("2026-09-17T00:35:00.000Z");
  expect(body.link).toBe(`http://localhost/volunteer-days/here/${dayId}/${body.code}`);
  expect([first, again].map(({ body: { at } }) => at)).toEqual(["2026-09-17T00:34:00.000Z", "2026-09-17T00:34:00.000Z"]);
  expect([left.status, hours.body]).toEqual([200, { people: 1, minutes: 86, elsewhere: 0 }]);
  expect(await person()).toMatchObject({ arrivedAt: "2026-09-17T00:34:00.000Z", leftAt: "2026-09-17T02:00:00.000Z" });
});

test("a made-up code, one of another day and one of yesterday sign nobody in; a resident does not get to see the code", async () => {
  const other = (await stage.day("2026-09-24")).id;
  stage.app.ports.setTime("2026-09-17T08:34");
  const elsewhere = (await stage.call("GET /days/:dayId/code", { as: "worker", params: { dayId: other } })).body.code;

  const refused = [await send("123"), await send(elsewhere), await stage.call("GET /days/:dayId/code", { as: "he", params: { dayId } })];

  expect(refused.map(({ body }) => body.code)).toEqual(["volunteer-days.codeWrong", "volunteer-days.codeWrong", "kit.notAllowed"]);
  expect((await person()).arrivedAt).toBeNull();
});

test("once the hours are written down, leaving that is sent late is refused and says who corrects; arriving sent again changes nothing", async () => {
  stage.app.ports.setTime("2026-09-17T08:34");
  const came = (await show()).body.code;
  await send(came);
  stage.app.ports.setTime("2026-09-17T10:00");
  const left = (await show()).body.code;
  stage.app.ports.setTime("2026-09-17T10:31");
  await stage.call("POST /days/:dayId/hours", { params: { dayId } });

  const [late, again] = [await send(left, "leave"), await send(came)];

  expect(late.body).toMatchObject({ code: "volunteer-days.hoursRecorded", remedy: expect.stringContaining("更正") });
  expect(again.body).toEqual({ at: "2026-09-17T00:34:00.000Z" });
  expect((await person()).leftAt).toBeNull();
});

test("the wrong button at the start and a first sign-in at the end are refused or put right, so that no hours are lost in silence", async () => {
  const at = async (time: string) => {
    stage.app.ports.setTime(`2026-09-17T${time}`);
    return (await show()).body.code;
  };
  const tooSoon = await send(await at("08:29"), "leave");
  await send(await at("08:31"), "leave");
  await send(await at("08:33"));
  const during = await person();
  link = (await stage.join(dayId, 2)).body.link;
  const tooLate = await send(await at("10:31"));

  expect([tooSoon, tooLate].map(({ body }) => [body.code, body.field])).toEqual([
    ["volunteer-days.leftEarly", "body.code"],
    ["volunteer-days.arrivedLate", "body.code"],
  ]);
  expect(during).toMatchObject({ arrivedAt: "2026-09-17T00:33:00.000Z", leftAt: null });
});

test("whoever waits in line is told so by the code and not that they cancelled, and has a place once the leader ticks them off", async () => {
  for (let n = 2; n <= 10; n++) await stage.join(dayId, n);
  const waiting = (await stage.join(dayId, 11)).body;
  link = waiting.link;
  stage.app.ports.setTime("2026-09-17T08:34");
  const { code } = (await show()).body;

  const before = await send(code);
  await stage.call("POST /days/:dayId/check-ins", { as: "worker", params: { dayId }, body: { signUpId: waiting.signUpId, act: "arrive" } });
  const after = await send(code);

  expect([waiting.state, before.body.code, before.body.remedy.includes("组长"), after.status]).toEqual(["waiting", "volunteer-days.stillWaiting", true, 200]);
});
