import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
let siteId: string;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(2, 1)] });
  dayId = (await stage.day("2026-09-17")).id;
  siteId = (await stage.posts(dayId))[0].siteId;
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const key = (body: object, as = "worker") => stage.call("POST /days/:dayId/walk-ups", { as, params: { dayId }, body: { siteId, ...body } });
const record = async () => (await stage.call("POST /days/:dayId/hours", { params: { dayId } })).body;
const people = async (): Promise<any[]> => (await stage.call("GET /days/:dayId", { params: { dayId } })).body.teams[0].people;
const nextMorning = () => stage.app.ports.setTime("2026-09-18T09:00");

test("an empty row of the paper is keyed in the next morning with its times, though all places were taken, and has its hours", async () => {
  for (const n of [1, 2]) await stage.join(dayId, n);
  nextMorning();

  const [whole, late] = [await key({ name: "陈桂花" }), await key({ name: "孙德旺", phone: phoneOf(8), time: "09:00", left: "09:40" })];
  const recorded = await record();

  expect([whole.body.number, late.body.number]).toEqual(["0917-3", "0917-4"]);
  expect(recorded).toMatchObject({ people: 2, minutes: 160 });
  expect((await people()).slice(2).map(({ name, via, minutes }) => [name, via, minutes])).toEqual([
    ["陈桂花", "walkUp", 120],
    ["孙德旺", "walkUp", 40],
  ]);
  expect((await stage.posts(dayId))[0]).toMatchObject({ taken: 4, most: 4 });
});

test("who had signed up is ticked off where they stand, and who waited and came has a place", async () => {
  for (const n of [1, 2, 3]) await stage.join(dayId, n);
  nextMorning();

  const [known, waited] = [await key({ name: "志愿者1", phone: phoneOf(1) }), await key({ name: "志愿者3", phone: phoneOf(3), left: "09:30" })];

  expect([known.body.number, waited.body.number]).toEqual(["0917-1", "0917-3"]);
  expect(await record()).toMatchObject({ people: 2, minutes: 180 });
  expect((await people()).map(({ state }) => state)).toEqual(["confirmed", "confirmed", "confirmed"]);
});

test("on the spot nobody is sent to the end of a line: at a full team the sixth who stands there has a place, and so has who waited and came", async () => {
  for (const n of [1, 2, 3]) await stage.join(dayId, n);
  stage.app.ports.setTime("2026-09-17T08:40");
  const [, , waiting] = await people();

  const there = (await key({ name: "陈桂花" })).body;
  const known = (await key({ name: "志愿者1", phone: phoneOf(1) })).body;
  await stage.call("POST /days/:dayId/check-ins", { as: "worker", params: { dayId }, body: { signUpId: waiting.signUpId, act: "arrive" } });
  stage.app.ports.setTime("2026-09-17T10:45");

  expect([there.isNew, known.isNew, waiting.state]).toEqual([true, false, "waiting"]);
  expect((await people()).map(({ name, state, arrivedAt }) => [name, state, arrivedAt !== null])).toEqual([
    ["志愿者1", "confirmed", true],
    ["志愿者2", "confirmed", false],
    ["志愿者3", "confirmed", true],
    ["陈桂花", "confirmed", true],
  ]);
  expect(await record()).toMatchObject({ people: 3, minutes: 330 });
  expect((await stage.posts(dayId))[0]).toMatchObject({ taken: 4, most: 4, waiting: 0 });
});

test("what was keyed by mistake is taken out until its hours stand", async () => {
  nextMorning();
  const [wrong, right] = [(await key({ name: "陈桂华" })).body, (await key({ name: "陈桂花" })).body];
  const takeOut = (signUpId: string) => stage.call("POST /sign-ups/:signUpId/cancel", { as: "worker", params: { signUpId } });

  const out = await takeOut(wrong.signUpId);
  await record();
  const late = await takeOut(right.signUpId);

  expect([out.status, late.body.code]).toEqual([200, "volunteer-days.dayEnded"]);
  expect((await people()).map(({ name }) => name)).toEqual(["陈桂花"]);
});

test("long before the start, on a day called off, for a child alone, at a site that is not there and with odd times nothing is keyed in", async () => {
  const early = await key({ name: "陈桂花" });
  const off = (await stage.day("2026-09-24")).id;
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: off }, body: { reason: "rain" } });
  stage.app.ports.setTime("2026-09-25T09:00");
  const cancelled = await stage.call("POST /days/:dayId/walk-ups", { params: { dayId: off }, body: { siteId, name: "陈桂花" } });
  const refused = [
    await key({ name: "小文", ageBand: "child" }),
    await key({ name: "陈桂花", siteId: "nowhere" }),
    await key({ name: "陈桂花", time: "10:30" }),
    await key({ name: "陈桂花" }, "he"),
  ];

  expect([early, cancelled, ...refused].map(({ body }) => body.code)).toEqual([
    ...["dayNotBegun", "dayCancelled", "companyUnseen", "postUnknown", "timeOutside"].map((code) => `volunteer-days.${code}`),
    "kit.notAllowed",
  ]);
  expect(await people()).toEqual([]);
});
