import ICAL from "ical.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
let mine: { params: { signUpId: string; key: string }; as: null };
beforeEach(async () => {
  stage = await setStage({ posts: [members(2)], sites: 1 });
  dayId = (await stage.day("2026-09-17")).id;
  const [signUpId, key] = (await stage.join(dayId, 1)).body.link.split("/").slice(-2);
  mine = { params: { signUpId, key }, as: null };
});
afterEach(() => stage.app.close());

const entry = async () => {
  const { text } = await stage.call("GET /public/sign-ups/:signUpId/:key/calendar.ics", mine);
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")!;
  return ["uid", "sequence", "status", "dtstart"].map((name) => String(event.getFirstPropertyValue(name)));
};

test("whoever has the link sees when, where and what, and may cancel until the day is over", async () => {
  const { body } = await stage.call("GET /public/sign-ups/:signUpId/:key", mine);
  stage.app.ports.setTime("2026-09-17T10:30");
  const after = (await stage.call("GET /public/sign-ups/:signUpId/:key", mine)).body;

  expect(body).toMatchObject({ name: "志愿者1", state: "confirmed", number: "0917-1", siteName: "小区1", mayCancel: true, mayComeAgain: false });
  expect(after.mayCancel).toBe(false);
});

test("the calendar keeps one entry: its number rises with each change, and a call-off or a cancellation stays as cancelled", async () => {
  const first = await entry();
  await stage.call("PUT /days/:dayId", { params: { dayId }, body: { heldOn: "2026-09-18" } });
  const moved = await entry();
  await stage.call("POST /days/:dayId/cancel", { params: { dayId }, body: { reason: "rain" } });
  const off = await entry();
  await stage.call("POST /days/:dayId/restore", { params: { dayId } });
  await stage.call("POST /public/sign-ups/:signUpId/:key/cancel", mine);
  const cancelled = await entry();

  const uid = `${mine.params.signUpId}@lianxin`;
  expect([first, moved, off, cancelled]).toEqual([
    [uid, "0", "CONFIRMED", "2026-09-17T08:30:00"],
    [uid, "1", "CONFIRMED", "2026-09-18T08:30:00"],
    [uid, "2", "CANCELLED", "2026-09-18T08:30:00"],
    [uid, "4", "CANCELLED", "2026-09-18T08:30:00"],
  ]);
});

test("the public page tells the next day that takes place, what was called off before it, and nobody's name", async () => {
  const read = async () => stage.call("GET /public/thursday", { as: null });
  const before = await read();
  await stage.call("POST /days/:dayId/cancel", { params: { dayId }, body: { reason: "rain", words: "橙色暴雨" } });
  const after = (await read()).body;

  expect(before.body.day).toMatchObject({ id: dayId, title: "扮靓周四", heldOn: "2026-09-17", taken: 1, most: 2 });
  expect(before.body.day.sites).toMatchObject([{ name: "小区1", missing: 1 }]);
  expect(before.text).not.toContain("志愿者1");
  expect([after.notices, after.day.heldOn]).toEqual([
    [{ heldOn: "2026-09-17", state: "cancelled", holiday: null, reason: "rain", words: "橙色暴雨" }],
    "2026-09-24",
  ]);
});

test("who cancelled and signed up anew is led to the new place by the old link, however often they say that they come after all", async () => {
  await stage.call("POST /public/sign-ups/:signUpId/:key/cancel", mine);
  const again = () => stage.call("POST /public/sign-ups/:signUpId/:key/again", mine);
  const anew = (await stage.join(dayId, 1)).body;

  const [first, second, stranger] = [await again(), await again(), await stage.join(dayId, 1)];

  expect([first, second].map(({ body: { isKnown, link, number } }) => [isKnown, link, number])).toEqual([0, 1].map(() => [true, anew.link, anew.number]));
  expect(stranger.body).toMatchObject({ isKnown: true, link: null, number: null });
});

test("a link opens although the phone took the words behind it into it, and a wrong key opens nothing", async () => {
  const { signUpId, key } = mine.params;
  const open = async (typed: string) => (await stage.call("GET /public/sign-ups/:signUpId/:key", { as: null, params: { signUpId, key: typed } })).status;

  expect(await Promise.all([open(`${key}，没有任何影响。`), open(`${key}。`), open(`${key}x`), open(key.slice(1)), open("，")])).toEqual([
    200, 200, 404, 404, 404,
  ]);
});

test("whoever waits in line has the date as not settled in a calendar, with no alarm, and as settled once they have a place", async () => {
  await stage.join(dayId, 2);
  const [signUpId, key] = (await stage.join(dayId, 3)).body.link.split("/").slice(-2);
  const read = async () => (await stage.call("GET /public/sign-ups/:signUpId/:key/calendar.ics", { as: null, params: { signUpId, key } })).text;

  const before = await read();
  await stage.call("POST /public/sign-ups/:signUpId/:key/cancel", mine);
  const after = await read();

  expect(before).toMatch(/STATUS:TENTATIVE/);
  expect(before).toContain("SUMMARY:候补：扮靓周四 小区1");
  expect(before).not.toContain("VALARM");
  expect(after).toMatch(/STATUS:CONFIRMED/);
  expect(after).toContain("SUMMARY:扮靓周四 小区1");
  expect(after).toContain("VALARM");
});

test("to a full date the public page says the very place in line that whoever signs up then gets, and which dates still have places", async () => {
  await stage.join(dayId, 2);
  const read = async () => (await stage.call("GET /public/thursday", { as: null })).body;
  const free = await read();
  const said: (number | null)[] = [];
  const got = [];
  for (let n = 3; n <= 5; n++) {
    const { day } = await read();
    said.push(day.line);
    expect(day.sites[0].line).toBe(day.line);
    got.push((await stage.join(dayId, n)).body.queue);
  }

  expect([said, got]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(free.free.map(({ startsAt, missing }: any) => [startsAt.slice(0, 10), missing])).toEqual([
    ["2026-09-24", 2],
    ["2026-10-08", 2],
    ["2026-10-15", 2],
  ]);
});

test("who has come is offered neither to cancel nor to pass the place on, and a day that is over says what was written down for it", async () => {
  const read = async () => (await stage.call("GET /public/sign-ups/:signUpId/:key", mine)).body;
  stage.app.ports.setTime("2026-09-17T08:10");
  const before = await read();
  await stage.call("POST /days/:dayId/check-ins", { params: { dayId }, body: { code: "1", act: "arrive" } });
  const here = await read();
  stage.app.ports.setTime("2026-09-17T10:31");
  const over = await read();
  await stage.call("POST /days/:dayId/hours", { params: { dayId }, body: {} });
  const after = await read();

  expect([before, here].map(({ mayCancel, mayPassOn }) => [mayCancel, mayPassOn])).toEqual([
    [true, true],
    [false, false],
  ]);
  expect([over, after].map(({ isOver, hereMinutes, task, served }) => [isOver, hereMinutes, task, served])).toEqual([
    [true, null, null, []],
    [true, 120, null, [{ heldOn: "2026-09-17", siteName: "小区1", minutes: 120 }]],
  ]);
});
