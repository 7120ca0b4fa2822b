import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const as = { title: "扮靓周四", startTime: "08:30", endTime: "10:30", untilOn: "2026-11-26", meetingPoint: "党群服务中心门口" };
const change = (more: object) =>
  stage.call("PUT /series/:seriesId", { params: { seriesId: stage.seriesId }, body: { ...as, tools: null, hazards: null, insurance: null, ...more } });
const close = (siteId: string) => stage.call("POST /series/:seriesId/sites/:siteId/close", { params: { seriesId: stage.seriesId, siteId } });

test("another time holds for the dates ahead, one changed by hand keeps its own, and whoever signed up is told once", async () => {
  const [first, second] = [await stage.day("2026-09-17"), await stage.day("2026-09-24")];
  await stage.join(first.id, 1);
  await stage.call("PUT /days/:dayId", { params: { dayId: second.id }, body: { startTime: "07:00", endTime: "08:00" } });

  const { status } = await change({ startTime: "15:00", endTime: "16:30", title: "清洁周四" });
  await change({ startTime: "15:00", endTime: "16:30", title: "清洁周四" });

  expect([status, (await stage.day("2026-09-17")).startsAt]).toEqual([200, "2026-09-17T07:00:00.000Z"]);
  expect((await stage.day("2026-09-24")).startsAt).toBe("2026-09-23T23:00:00.000Z");
  expect((await stage.letters()).map(({ to, text }) => [to, text.includes("15:00–16:30")])).toEqual([["志愿者1", true]]);
});

test("a nearer last day calls off what comes after it and tells who signed up; a later one opens more, none comes back", async () => {
  await stage.join((await stage.day("2026-11-26")).id, 1);

  await change({ untilOn: "2026-11-12" });
  const cancelled = [await stage.day("2026-11-19"), await stage.day("2026-11-26")].map(({ state }) => state);
  await change({ untilOn: "2026-12-03" });

  expect(cancelled).toEqual(["cancelled", "cancelled"]);
  expect((await stage.letters()).map(({ to }) => to)).toEqual(["志愿者1"]);
  expect([(await stage.day("2026-11-26")).state, (await stage.day("2026-12-03")).state]).toEqual(["cancelled", "open"]);
  expect((await change({ untilOn: "2026-09-01" })).body).toMatchObject({ code: "volunteer-days.datesTurned", field: "body.untilOn" });
});

test("at a closed site who has a place keeps it, nobody new goes there, and dates opened later leave it out", async () => {
  const { id } = await stage.day("2026-09-17");
  const [site] = (await stage.call("GET /series")).body.series[0].sites;
  const kept = (await stage.join(id, 1, { siteId: site.id })).body;

  const { body } = await close(site.id);
  const after = (await stage.join(id, 2)).body;
  const there = await stage.join(id, 3, { siteId: site.id });
  await change({ untilOn: "2026-12-03" });

  expect([kept.siteName, body.stillComing, after.siteName, there.body.code]).toEqual(["小区1", 1, "小区2", "volunteer-days.postUnknown"]);
  expect((await stage.posts((await stage.day("2026-12-03")).id)).map(({ siteName }) => siteName)).toEqual(["小区2"]);
  expect((await stage.call("GET /series")).body.series[0].sites.map(({ name, isClosed }: any) => [name, isClosed])).toEqual([
    ["小区1", true],
    ["小区2", false],
  ]);
});
