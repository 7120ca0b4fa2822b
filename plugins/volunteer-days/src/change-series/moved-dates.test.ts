import { aPlace } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ posts: [members(1)] });
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const params = () => ({ seriesId: stage.seriesId });
const move = async (originalOn: string, heldOn: string) => {
  const { id } = await stage.day(originalOn);
  await stage.call("PUT /days/:dayId", { params: { dayId: id }, body: { heldOn } });
  return id as string;
};
const change = (meetingPoint: string) => {
  const as = { title: "扮靓周四", startTime: "08:30", endTime: "10:30", untilOn: "2026-11-26", meetingPoint, tools: null, hazards: null };
  return stage.call("PUT /series/:seriesId", { params: params(), body: as });
};
const addSite = async () => {
  const { id } = await aPlace(stage.app, { name: "小区9" });
  return stage.call("POST /series/:seriesId/sites", { params: params(), body: { placeId: id, work: "绿化", posts: [members(1)] } });
};
const sitesOn = async (dayId: string) => (await stage.posts(dayId)).map(({ siteName }) => siteName);

test("a date that was moved further away still belongs to the dates ahead after the day it was planned for", async () => {
  const id = await move("2026-10-01", "2026-10-10");
  const [site] = (await stage.call("GET /series")).body.series[0].sites;
  for (const n of [1, 2, 3]) await stage.join(id, n, { siteId: n < 3 ? site.id : undefined });
  stage.app.ports.setTime("2026-10-02T09:00");

  await change("党群服务中心后门");
  await addSite();
  const { body } = await stage.call("POST /series/:seriesId/sites/:siteId/close", { params: { ...params(), siteId: site.id }, body: {} });

  expect((await stage.letters()).filter(({ text }) => text.includes("后门")).map(({ to }) => to)).toEqual(
    expect.arrayContaining(["志愿者1", "志愿者2", "志愿者3"]),
  );
  expect(await sitesOn(id)).toEqual(["小区1", "小区2", "小区9"]);
  expect(body).toMatchObject({ stillComing: 1, waiting: 1, moved: 1, ended: 0 });
});

test("a date that was moved nearer and is over is left as it was held, also on the day it was planned for", async () => {
  const id = await move("2026-10-08", "2026-09-30");
  stage.app.ports.setTime("2026-10-02T09:00");

  await addSite();

  expect(await sitesOn(id)).toEqual(["小区1", "小区2"]);
});
