import { aPlace } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { leaders, members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let site: any;
let dayId: string;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [leaders, members(2, 1)] });
  [site] = (await stage.call("GET /series")).body.series[0].sites;
  dayId = (await stage.day("2026-09-17")).id;
  for (const n of [1, 2, 3]) {
    const body = { name: `志愿者${n}`, phone: phoneOf(n), ageBand: "adult", mayLead: true, isReserve: false, knownSiteIds: [] };
    await stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body });
  }
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const edit = (more: object) =>
  stage.call("PUT /series/:seriesId/sites/:siteId", {
    params: { seriesId: stage.seriesId, siteId: site.id },
    body: { work: site.work, meetingPoint: null, least: 1, most: 2, ...more },
  });
const post = async (kind: string) => (await stage.posts(dayId)).find((one) => one.kind === kind);
const lead = async (n: number, more: object = {}) => (await stage.join(dayId, n, { postId: (await post("leader")).id, ...more })).body;
const mine = (link: string, verb = "") => {
  const [signUpId, key] = link.split("/").slice(-2) as [string, string];
  return stage.call(`${verb ? "POST" : "GET"} /public/sign-ups/:signUpId/:key${verb}`, { as: null, params: { signUpId, key } });
};
const placesOf = async (kind: string) => {
  const { taken, least, most } = await post(kind);
  return [taken, least, most];
};

test("a team that is to have no leader has none once its leader does not come: the rota places nobody, nobody signs up to lead it, and no place is added by hand", async () => {
  const { link } = await lead(1);
  await edit({ hasLeader: false });
  const kept = await placesOf("leader");

  await mine(link, "/cancel");

  const asked = [await lead(2), (await stage.call("GET /series/:seriesId/rota", { params: { seriesId: stage.seriesId } })).body];
  const { cells } = asked[1].days.find(({ id }: any) => id === dayId);
  const proposed = cells[0].proposed.map(({ kind }: any) => kind);
  const more = await stage.call("PUT /days/:dayId/posts/:postId", { params: { dayId, postId: (await post("leader")).id }, body: { most: 1 } });
  expect([kept, await placesOf("leader")]).toEqual([
    [1, 0, 1],
    [0, 0, 0],
  ]);
  expect([asked[0].code, more.body.code, proposed]).toEqual(["volunteer-days.noLeader", "volunteer-days.noLeader", ["member", "member"]]);
  expect((await mine(link, "/again")).body).toMatchObject({ state: "confirmed", postTitle: "打扫" });
});

test("who waits to lead a team that is to have no leader comes as one of it where a place is free, else hears that nobody leads, and may wait for one", async () => {
  const first = await lead(1);
  const waiting = [await lead(2), await lead(3)];
  await stage.join(dayId, 4);

  const { body } = await edit({ hasLeader: false });

  const shown = [(await mine(first.link)).body, (await mine(waiting[0].link)).body, (await mine(waiting[1].link)).body];
  expect(shown.map(({ state, postTitle }) => [state, postTitle])).toEqual([
    ["confirmed", "组长"],
    ["confirmed", "打扫"],
    ["cancelled", "组长"],
  ]);
  expect(body).toMatchObject({ promoted: 1, told: 2 });
  expect((await stage.letters()).map(({ to, text }) => [to, text.split("，")[2], text.split("，")[3]])).toEqual([
    ["志愿者2", "小区1的小组不设组长了", "您当组员"],
    ["志愿者3", "小区1的小组不设组长了", "您排的组长候补取消。想当组员来"],
  ]);
  expect((await mine(waiting[1].link, "/again")).body).toMatchObject({ state: "waiting", postTitle: "打扫", queue: 1 });
});

test("a child who waited with who waits to lead goes along where both have room, and is told that its place ends where theirs ends", async () => {
  await lead(1);
  await lead(2);
  await stage.join(dayId, 2, { name: "小明", ageBand: "child", hasGuardian: true });
  await stage.join(dayId, 4);
  const told = async () => (await stage.letters()).filter(({ to }) => to === "小明").at(-1)!.text;

  await edit({ hasLeader: false, most: 3 });
  const along = [await told(), (await placesOf("member"))[0]];
  await edit({ hasLeader: true, most: 3 });
  await lead(3);
  await stage.join(dayId, 3, { name: "小红", ageBand: "child", hasGuardian: true });
  await edit({ hasLeader: false, most: 3 });

  expect(along).toEqual([expect.stringContaining("有空位了，您去小区1"), 3]);
  const alone = (await stage.letters()).filter(({ to }) => to === "小红").at(-1)!.text;
  expect(alone).toContain("您的报名也取消");
});

test("the same edit gives more places and another meeting point: who moves up hears where to meet now", async () => {
  for (const n of [1, 2, 3]) await stage.join(dayId, n);

  await edit({ most: 3, meetingPoint: "小区1北门" });

  const moved = (await stage.letters()).find(({ to }) => to === "志愿者3");
  expect(moved!.text).toContain("您去小区1，小区1北门集合");
});

test("a leader asked for, or taken off, while nobody goes to a site holds for its dates ahead once a team goes there again", async () => {
  const params = { seriesId: stage.seriesId };
  const { id: placeId } = await aPlace(stage.app, { name: "小区9" });
  await stage.call("POST /series/:seriesId/sites", { params, body: { placeId, work: "绿化", posts: [members(1)] } });
  const siteId = (await stage.call("GET /series")).body.series[0].sites.find(({ name }: any) => name === "小区9").id;
  const again = async (hasLeader: boolean) => {
    await stage.call("POST /series/:seriesId/sites/:siteId/close", { params: { ...params, siteId }, body: {} });
    const body = { work: "绿化", meetingPoint: null, least: 1, most: 1, hasLeader };
    await stage.call("PUT /series/:seriesId/sites/:siteId", { params: { ...params, siteId }, body });
    await stage.call("POST /series/:seriesId/sites/:siteId/reopen", { params: { ...params, siteId } });
    return (await stage.posts(dayId)).filter((one) => one.siteId === siteId && one.kind === "leader").map(({ least, most }) => [least, most]);
  };

  expect([await again(true), await again(false), await again(true)]).toEqual([[[1, 1]], [[0, 0]], [[1, 1]]]);
});
