import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { phoneOf, setStage, type Stage } from "../testing/stage.js";

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

  expect([kept.siteName, body.stillComing, after.siteName, there.body.code]).toEqual(["小区1", 1, "小区2", "volunteer-days.siteClosed"]);
  expect((await stage.posts((await stage.day("2026-12-03")).id)).map(({ siteName }) => siteName)).toEqual(["小区2"]);
  expect((await stage.call("GET /series")).body.series[0].sites.map(({ name, isClosed }: any) => [name, isClosed])).toEqual([
    ["小区1", true],
    ["小区2", false],
  ]);
});

test("whoever waits at a site that is closed goes where a place is free, the next is told that the line has ended and may come elsewhere, and nobody is proposed there", async () => {
  const { id } = await stage.day("2026-09-17");
  const [first, second] = (await stage.call("GET /series")).body.series[0].sites;
  for (let n = 1; n <= 5; n++) await stage.join(id, n, { siteId: first.id });
  for (let n = 6; n <= 9; n++) await stage.join(id, n, { siteId: second.id });
  const waiting = [(await stage.join(id, 10, { siteId: first.id })).body, (await stage.join(id, 11, { siteId: first.id })).body];

  const { body } = await close(first.id);

  const mine = (link: string, verb = "") => {
    const [signUpId, key] = link.split("/").slice(-2) as [string, string];
    return stage.call(`${verb ? "POST" : "GET"} /public/sign-ups/:signUpId/:key${verb}`, { as: null, params: { signUpId, key } });
  };
  const shown = [(await mine(waiting[0].link)).body, (await mine(waiting[1].link)).body];
  expect(body).toEqual({ stillComing: 5, moved: 1, ended: 1 });
  expect(shown.map(({ state, siteName }) => [state, siteName])).toEqual([
    ["confirmed", "小区2"],
    ["cancelled", "小区1"],
  ]);
  const letters = await stage.letters();
  expect(letters.map(({ to }) => to)).toEqual(["志愿者10", "志愿者11"]);
  expect([letters[0]!.text, letters[1]!.text]).toEqual([expect.stringContaining("排您去小区2"), expect.stringContaining("不去小区1了")]);
  expect((await mine(waiting[1].link, "/again")).body).toMatchObject({ state: "waiting", siteName: "小区2", queue: 1 });
});

test("the rota proposes nobody for a site that is closed, even where places were added by hand afterwards, and can be published", async () => {
  const [site] = (await stage.call("GET /series")).body.series[0].sites;
  const params = { seriesId: stage.seriesId };
  for (let n = 1; n <= 8; n++)
    await stage.call("POST /series/:seriesId/volunteers", {
      params,
      body: { name: `志愿者${n}`, phone: phoneOf(n), ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] },
    });
  await close(site.id);
  const { id } = await stage.day("2026-09-17");
  const post = (await stage.posts(id)).find(({ siteName }) => siteName === "小区1");
  await stage.call("PUT /days/:dayId/posts/:postId", { params: { dayId: id, postId: post.id }, body: { most: 5 } });

  const proposed = (await stage.call("GET /series/:seriesId/rota", { params })).body.days[0].cells.map((cell: any) => cell.proposed.length);
  const { body } = await stage.call("POST /series/:seriesId/rota/publish", { params, body: { dayIds: [id] } });

  expect([proposed, body.placed]).toEqual([[0, 5], 5]);
});
