import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
let other: string;
beforeEach(async () => {
  stage = await setStage();
  dayId = (await stage.day("2026-09-17")).id;
  const second = await stage.anotherSeries({ weekday: 3, startTime: "09:00", endTime: "11:00" });
  other = (await stage.day("2026-09-16", second)).id;
  for (const n of [1, 2]) await stage.join(dayId, n);
  for (const n of [2, 3]) await stage.join(other, n);
});
afterEach(() => stage.app.close());

const params = () => ({ dayId: other });
const move = (body: object) => stage.call("PUT /days/:dayId", { params: params(), body: { heldOn: "2026-09-17", ...body } });
const heldOn = async () => (await stage.call("GET /days/:dayId", { params: params() })).body.heldOn;

test("a date is moved onto another place of somebody only once they were seen, and they hear of both", async () => {
  const tried = await move({ isTry: true });
  const blind = await move({});
  const before = [await heldOn(), (await stage.letters()).length];

  const seen = await move({ clashing: 1 });

  const clashes = [{ name: "志愿者2", other: "扮靓周四 9月17日（周四）8:30–10:30" }];
  expect([tried.body.clashes, seen.body.clashes]).toEqual([clashes, clashes]);
  expect(blind.body).toMatchObject({ code: "volunteer-days.placesClash", field: "body.clashing", message: expect.stringContaining("志愿者2") });
  expect([before, await heldOn()]).toEqual([["2026-09-16", 0], "2026-09-17"]);
  const told = new Map((await stage.letters()).map(({ to, text }) => [to, text]));
  expect([...told.keys()].sort()).toEqual(["志愿者2", "志愿者3"]);
  expect(told.get("志愿者2")).toContain("同一时间您还有：扮靓周四 9月17日（周四）8:30–10:30，只能去一处");
  expect(told.get("志愿者3")).not.toContain("同一时间");
});

test("times that only touch, and a place that was given back, stand in nobody's way", async () => {
  const touching = await move({ startTime: "10:30", endTime: "11:30", isTry: true });
  await stage.call("POST /days/:dayId/cancel", { params: { dayId }, body: { reason: "rain" } });
  const free = await move({ isTry: true });

  expect([touching.body.clashes, free.body.clashes]).toEqual([[], []]);
});

test("a call-off is taken back onto places taken meanwhile only once they were seen", async () => {
  await stage.call("POST /days/:dayId/cancel", { params: { dayId }, body: { reason: "rain" } });
  await move({});
  const restore = (body: object) => stage.call("POST /days/:dayId/restore", { params: { dayId }, body });

  const [tried, blind, seen] = [await restore({ isTry: true }), await restore({}), await restore({ clashing: 1 })];

  expect([tried.body.clashes.length, blind.body.code, seen.status]).toEqual([1, "volunteer-days.placesClash", 200]);
});

test("other times of a whole series list who clashes on which of its dates, and change nothing unless they were seen", async () => {
  const made = await stage.anotherSeries({ weekday: 4, startTime: "13:00", endTime: "14:00", title: "读书日" });
  const reading = (await stage.day("2026-09-17", made)).id;
  await stage.join(reading, 1);
  const change = (body: object) =>
    stage.call("PUT /series/:seriesId", {
      params: { seriesId: made },
      body: { title: "读书日", startTime: "09:00", endTime: "10:00", untilOn: null, meetingPoint: "书屋", tools: null, hazards: null, ...body },
    });

  const [tried, blind] = [await change({ isTry: true }), await change({})];
  const before = (await stage.day("2026-09-17", made)).startsAt;
  const seen = await change({ clashing: 1 });

  expect([tried.body.clashes, blind.body.code]).toEqual([[{ name: "志愿者1", other: "扮靓周四 9月17日（周四）8:30–10:30" }], "volunteer-days.placesClash"]);
  expect([before, seen.status, (await stage.day("2026-09-17", made)).startsAt]).toEqual(["2026-09-17T05:00:00.000Z", 200, "2026-09-17T01:00:00.000Z"]);
});
