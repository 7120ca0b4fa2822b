import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { setFamilyStage, type FamilyStage } from "../testing/family-stage.js";
import { members } from "../testing/stage.js";

let stage: FamilyStage;
beforeEach(async () => {
  stage = await setFamilyStage({ sites: 2, posts: [members(1)], channels: ["mail"] });
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});

const atFirst = async () => (await stage.posts(stage.dayId)).find(({ siteName }) => siteName === "小区1");
const join = async (n: number, more: object = {}) => (await stage.join(stage.dayId, n, { siteId: (await atFirst()).siteId, ...more })).body;
const ofSeries = (path: string, body: object, more: object = {}) => stage.call(path, { params: { seriesId: stage.seriesId, ...more }, body });

test("more places name who moved up and cannot be written to, and fewer name nobody", async () => {
  for (const n of [1, 2, 3]) await join(n);
  const put = (most: number) =>
    atFirst().then(({ id }) => stage.call("PUT /days/:dayId/posts/:postId", { params: { dayId: stage.dayId, postId: id }, body: { most } }));

  const more = (await put(2)).body;
  await put(4);
  const fewer = (await put(3)).body;

  expect([more.promoted, more.told, more.toCall]).toEqual([1, 0, ["志愿者2"]]);
  expect([fewer.told, fewer.toCall]).toEqual([0, []]);
});

test("a place given back at the desk names who has it now and the children whose places went with it, and not who gave it back", async () => {
  await stage.call("PUT /days/:dayId/posts/:postId", { params: { dayId: stage.dayId, postId: (await atFirst()).id }, body: { most: 2 } });
  const { siteId } = await atFirst();
  const [parent] = await stage.family(1, ["何志远", "小宇"], { siteId });
  await join(2);

  const { body } = await stage.call("POST /sign-ups/:signUpId/cancel", { params: { signUpId: parent.signUpId } });

  expect(body).toEqual({ children: 1, told: 0, toCall: ["小宇", "志愿者2"] });
});

test("closing a site names who was moved or whose line ended, another meeting point and other times name who has a place; looked at only, nobody is named", async () => {
  const { siteId } = await atFirst();
  for (const n of [1, 2]) await join(n);
  const site = { work: "楼道", meetingPoint: "东门", least: 1, most: 1 };
  const as = {
    title: "扮靓周四",
    startTime: "09:00",
    endTime: "11:00",
    untilOn: "2026-11-26",
    meetingPoint: "党群服务中心门口",
    tools: null,
    hazards: null,
    insurance: null,
  };

  const answers = [
    await ofSeries("PUT /series/:seriesId/sites/:siteId", { ...site, isTry: true }, { siteId }),
    await ofSeries("PUT /series/:seriesId/sites/:siteId", site, { siteId }),
    await ofSeries("PUT /series/:seriesId", { ...as, isTry: true }),
    await ofSeries("PUT /series/:seriesId", as),
    await ofSeries("POST /series/:seriesId/sites/:siteId/close", { isTry: true }, { siteId }),
    await ofSeries("POST /series/:seriesId/sites/:siteId/close", {}, { siteId }),
  ].map(({ body }) => body.toCall);

  expect(answers).toEqual([[], ["志愿者1"], [], ["志愿者1", "志愿者2"], [], ["志愿者2"]]);
});

test("who hears of another meeting point on one date and moves up on another is one to ring up, and two of one name are two", async () => {
  const { siteId } = await atFirst();
  await join(1, { name: "张桂英" });
  await join(2, { name: "张桂英" });
  const { id } = await stage.day("2026-10-08");
  await stage.join(id, 2, { name: "张桂英", siteId });

  const { body } = await ofSeries("PUT /series/:seriesId/sites/:siteId", { work: "楼道", meetingPoint: "东门", least: 1, most: 2 }, { siteId });

  expect(body).toEqual({ people: 2, promoted: 1, told: 0, toCall: ["张桂英", "张桂英"] });
});
