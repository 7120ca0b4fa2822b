import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { endOffers } from "../offer-places/answer-offer.js";
import { members, setStage, type Stage, type StageOptions } from "../testing/stage.js";

let stage: Stage;
const begin = async (options: StageOptions = {}) => {
  stage = await setStage({ sites: 1, posts: [members(2, 1)], ...options });
};
beforeEach(() => begin());
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});

const idOf = async (originalOn: string): Promise<string> => (await stage.day(originalOn)).id;
const change = (path: string, dayId: string, body: object = {}) => stage.call(path, { params: { dayId }, body });
const callOff = (dayId: string, reason = "rain") => change("POST /days/:dayId/cancel", dayId, { reason });
const restore = (dayId: string) => change("POST /days/:dayId/restore", dayId);
const move = (dayId: string, body: object) => change("PUT /days/:dayId", dayId, body);
const byLink = (verb: string, link: string) => {
  const [signUpId, key] = link.split("/").slice(-2) as [string, string];
  return stage.call(`${verb === "" ? "GET" : "POST"} /public/sign-ups/:signUpId/:key${verb}`, { as: null, params: { signUpId, key } });
};
const stateOf = async (link: string) => (await byLink("", link)).body.state;
async function fill(dayId: string, count: number): Promise<string[]> {
  const links = [];
  for (let n = 1; n <= count; n++) links.push((await stage.join(dayId, n)).body.link);
  return links;
}

test("a holiday that was called off is not opened on itself by a change of its times", async () => {
  const dayId = await idOf("2026-10-01");
  await callOff(dayId, "holiday");

  const timed = await move(dayId, { startTime: "09:00", endTime: "11:00" });
  const restored = await restore(dayId);

  expect([timed, restored].map(({ body: { code, field } }) => [code, field])).toEqual([
    ["volunteer-days.dateOff", "body.heldOn"],
    ["volunteer-days.dateOff", "body.heldOn"],
  ]);
  expect((await stage.day("2026-10-01")).state).toBe("cancelled");
});

test("a call-off is not taken back onto a date the series was moved to meanwhile, neither as it is nor with other times", async () => {
  const [first, second] = [await idOf("2026-10-08"), await idOf("2026-10-15")];
  await callOff(second);
  const moved = await move(first, { heldOn: "2026-10-15" });

  const [restored, timed, elsewhere] = [await restore(second), await move(second, { startTime: "09:00" }), await move(second, { heldOn: "2026-10-16" })];

  expect([moved.status, restored.body.code, timed.body.code, elsewhere.status]).toEqual([200, "volunteer-days.dateTaken", "volunteer-days.dateTaken", 200]);
});

test("times of an open date change where it is, without being asked about its date", async () => {
  const dayId = await idOf("2026-09-17");

  const { status } = await move(dayId, { heldOn: "2026-09-17", startTime: "09:00" });

  expect(status).toBe(200);
});

test("a place given back while the day was off goes to the first in line as soon as it is on again, and to no newcomer", async () => {
  const dayId = await idOf("2026-09-24");
  const links = await fill(dayId, 4);
  await callOff(dayId);
  await byLink("/cancel", links[0]!);

  await restore(dayId);
  const newcomer = (await stage.join(dayId, 9)).body;

  expect(await Promise.all(links.map(stateOf))).toEqual(["cancelled", "confirmed", "confirmed", "waiting"]);
  expect([newcomer.state, newcomer.queue]).toEqual(["waiting", 2]);
});

test("a place given back too late goes to the first in line once the date is moved further away", async () => {
  const dayId = await idOf("2026-09-24");
  const links = await fill(dayId, 3);
  stage.app.ports.setTime("2026-09-24T07:45");
  await byLink("/cancel", links[0]!);
  const before = await stateOf(links[2]!);

  await move(dayId, { heldOn: "2026-09-28" });

  expect([before, await stateOf(links[2]!)]).toEqual(["waiting", "confirmed"]);
});

test("a place held for an answer goes back into the line with a call-off, cannot be taken while it lasts, and is offered anew after it", async () => {
  await stage.app.close();
  await begin({ config: { offerMinutes: 120 } });
  const dayId = await idOf("2026-09-24");
  const links = await fill(dayId, 4);
  await byLink("/cancel", links[0]!);
  await callOff(dayId);
  const refused = await byLink("/accept", links[2]!);
  stage.app.ports.setTime("2026-09-15T09:00");
  await stage.app.write("volunteer-days", (ctx) => endOffers(ctx));

  await restore(dayId);

  const offered = (await byLink("", links[2]!)).body;
  expect(refused.body.code).toBe("volunteer-days.offerOver");
  expect([offered.state, offered.offeredUntil, await stateOf(links[3]!)]).toEqual(["offered", "2026-09-15T03:00:00.000Z", "waiting"]);
  expect((await byLink("/accept", links[2]!)).status).toBe(200);
});

test("a date on a holiday is held as planned with a reason, which the day and the record of deeds say; without one it is not", async () => {
  const dayId = await idOf("2026-10-01");
  const holidayWhy = "节前大扫除，居民都在家";

  const refused = (await restore(dayId)).body.code;
  const blank = (await change("POST /days/:dayId/restore", dayId, { holidayWhy: " " })).status;
  const tried = (await change("POST /days/:dayId/restore", dayId, { holidayWhy, isTry: true })).body.clashes;
  await change("POST /days/:dayId/restore", dayId, { holidayWhy });
  const shown = (await change("GET /days/:dayId", dayId)).body;

  expect([refused, blank, tried]).toEqual(["volunteer-days.dayNotCancelled", 400, []]);
  expect(shown).toMatchObject({ state: "open", heldOn: "2026-10-01", holiday: "国庆节", holidayWhy });
  expect((await stage.join(dayId, 1)).body.state).toBe("confirmed");
  expect((await stage.app.audited()).find(({ action, target }) => action === "volunteer-days.day.restored" && target === dayId)!.detail).toMatchObject({
    holidayWhy,
  });
});

test("held on a holiday once, it is brought back from rain without being asked again, and moved away it is on a holiday no more", async () => {
  const dayId = await idOf("2026-10-01");
  await change("POST /days/:dayId/restore", dayId, { holidayWhy: "节前大扫除" });
  await callOff(dayId);

  const back = (await restore(dayId)).status;
  const other = (await move(dayId, { heldOn: "2026-10-02" })).body.code;
  const away = (await move(dayId, { heldOn: "2026-09-30" })).status;

  expect([back, other, away]).toEqual([200, "volunteer-days.dateOff", 200]);
  expect((await stage.day("2026-10-01")).holidayWhy).toBeNull();
  expect((await move(dayId, { heldOn: "2026-10-02", holidayWhy: "改到假期里" })).status).toBe(200);
  expect((await stage.day("2026-10-01")).holidayWhy).toBe("改到假期里");
});

test("on a date that was called off one's own page says why and asks for no cancelling any more", async () => {
  const dayId = await idOf("2026-09-24");
  const [link] = await fill(dayId, 1);
  const before = (await byLink("", link!)).body;
  await callOff(dayId);
  const after = (await byLink("", link!)).body;

  expect([before.mayCancel, before.reason]).toEqual([true, null]);
  expect([after.mayCancel, after.reason, after.task, after.dayState]).toEqual([false, "rain", null, "cancelled"]);
});

test("a reason for a holiday that was written before another day was chosen is not kept where the day is none", async () => {
  const dayId = await idOf("2026-10-01");

  const away = (await move(dayId, { heldOn: "2026-09-30", holidayWhy: "节前大扫除" })).status;
  const ordinary = (await change("GET /days/:dayId", dayId)).body.holidayWhy;
  const onOne = (await move(dayId, { heldOn: "2026-10-02", holidayWhy: "节里居民都在家" })).status;

  expect([away, ordinary, onOne, (await change("GET /days/:dayId", dayId)).body.holidayWhy]).toEqual([200, null, 200, "节里居民都在家"]);
});

test("the day names the holiday it is held on, not that of its original date, and a reason given back for an ordinary date is not kept", async () => {
  const [ordinary, national] = [await idOf("2026-09-24"), await idOf("2026-10-01")];
  const why = { holidayWhy: "返乡的年轻人都在" };
  const shown = async (dayId: string) => {
    const { holiday, holidayWhy } = (await change("GET /days/:dayId", dayId)).body;
    return [holiday, holidayWhy];
  };
  await move(ordinary, { heldOn: "2026-09-25", ...why });
  await move(national, { heldOn: "2026-09-26", ...why });
  const held = [await shown(ordinary), await shown(national)];
  await move(ordinary, { heldOn: "2026-09-23" });
  await move(national, { heldOn: "2026-09-30" });
  await callOff(ordinary);
  await change("POST /days/:dayId/restore", ordinary, why);

  expect(held).toEqual([
    ["中秋节", why.holidayWhy],
    ["中秋节", why.holidayWhy],
  ]);
  expect([await shown(ordinary), await shown(national)]).toEqual([
    [null, null],
    ["国庆节", null],
  ]);
});
