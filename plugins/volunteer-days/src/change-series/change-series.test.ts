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
const ofSite = (path: string, siteId: string, body?: object) => stage.call(path, { params: { seriesId: stage.seriesId, siteId }, ...(body && { body }) });
const close = (siteId: string, body = {}) => ofSite("POST /series/:seriesId/sites/:siteId/close", siteId, body);
const reopen = (siteId: string) => ofSite("POST /series/:seriesId/sites/:siteId/reopen", siteId);
const edit = (siteId: string, more: object = {}) =>
  ofSite("PUT /series/:seriesId/sites/:siteId", siteId, { work: "楼道", meetingPoint: null, least: 4, most: 5, ...more });
const sites = async () => (await stage.call("GET /series")).body.series[0].sites;
const placesAt = async (day: string, siteName: string) => (await stage.posts((await stage.day(day)).id)).find((post) => post.siteName === siteName);

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

test("a nearer last day says before how many it concerns, calls off what comes after it and tells them; a later one brings those back and opens more", async () => {
  const { id } = await stage.day("2026-11-26");
  await stage.join(id, 1);
  const rain = (await stage.day("2026-11-19")).id;
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: rain }, body: { reason: "rain" } });

  const tried = (await change({ untilOn: "2026-11-05", isTry: true })).body;
  const before = (await stage.day("2026-11-26")).state;
  await change({ untilOn: "2026-11-05" });
  const cancelled = [await stage.day("2026-11-12"), await stage.day("2026-11-26")].map(({ state, reason }) => [state, reason]);
  const longer = (await change({ untilOn: "2026-12-03", isTry: true })).body;
  await change({ untilOn: "2026-12-03", startTime: "09:00" });

  expect([tried, before, longer]).toEqual([
    { clashes: [], calledOff: 2, restored: 0, people: 1, told: 0, toCall: [] },
    "open",
    { clashes: [], calledOff: 0, restored: 2, people: 1, told: 0, toCall: [] },
  ]);
  expect(cancelled).toEqual([
    ["cancelled", "ended"],
    ["cancelled", "ended"],
  ]);
  const [off, on] = await stage.letters();
  expect([off!.text, on!.text]).toEqual([expect.stringContaining("取消，不用来了。提前结束"), expect.stringContaining("9:00–10:30 扮靓周四照常进行")]);
  const days = [await stage.day("2026-11-12"), await stage.day("2026-11-26"), await stage.day("2026-12-03"), await stage.day("2026-11-19")];
  expect(days.map(({ state }) => state)).toEqual(["open", "open", "open", "cancelled"]);
  expect((await change({ untilOn: "2026-09-01" })).body).toMatchObject({ code: "volunteer-days.datesTurned", field: "body.untilOn" });
});

test("a date that was off while the times changed comes back with those the series has now", async () => {
  const { id } = await stage.day("2026-11-12");
  await stage.join(id, 1);
  await change({ untilOn: "2026-11-05", startTime: "08:00" });
  await change({ untilOn: "2026-11-05", startTime: "09:00" });

  await change({ untilOn: "2026-12-03", startTime: "09:00" });

  const days = [await stage.day("2026-11-05"), await stage.day("2026-11-12"), await stage.day("2026-11-26")];
  expect(days.map(({ state, startsAt }) => [state, startsAt.slice(11, 16)])).toEqual([
    ["open", "01:00"],
    ["open", "01:00"],
    ["open", "01:00"],
  ]);
  expect((await stage.letters()).map(({ text }) => text)).toEqual([
    expect.stringContaining("取消，不用来了"),
    expect.stringContaining("9:00–10:30 扮靓周四照常进行"),
  ]);
});

test("a team that was made too small by mistake and put right has its old size where people had places, and who waits has one", async () => {
  const [site] = await sites();
  const { id } = await stage.day("2026-09-17");
  await edit(site.id, { most: 7 });
  for (let n = 1; n <= 7; n++) await stage.join(id, n, { siteId: site.id });
  await edit(site.id, { most: 5 });
  await stage.join(id, 8, { siteId: site.id });

  const { promoted } = (await edit(site.id, { most: 10 })).body;

  const after = [await placesAt("2026-09-17", "小区1"), await placesAt("2026-09-24", "小区1")];
  expect([promoted, after.map(({ taken, most }) => [taken, most])]).toEqual([
    1,
    [
      [8, 10],
      [0, 10],
    ],
  ]);
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

  const tried = (await close(first.id, { isTry: true })).body;
  const { body } = await close(first.id);

  const mine = (link: string, verb = "") => {
    const [signUpId, key] = link.split("/").slice(-2) as [string, string];
    return stage.call(`${verb ? "POST" : "GET"} /public/sign-ups/:signUpId/:key${verb}`, { as: null, params: { signUpId, key } });
  };
  const shown = [(await mine(waiting[0].link)).body, (await mine(waiting[1].link)).body];
  expect(tried).toMatchObject({ stillComing: 5, waiting: 2, moved: 0, ended: 0 });
  expect(body).toMatchObject({ stillComing: 5, waiting: 2, moved: 1, ended: 1 });
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

test("a site that was closed by mistake is opened again: its places are there, dates opened meanwhile have them too, and who kept a place has it still", async () => {
  const { id } = await stage.day("2026-09-17");
  const [site] = await sites();
  const kept = (await stage.join(id, 1, { siteId: site.id })).body;
  await close(site.id);
  await change({ untilOn: "2026-12-03" });
  const closed = await placesAt("2026-09-17", "小区1");

  await reopen(site.id);
  const { status } = await reopen(site.id);

  expect([closed.most, kept.siteName, status, (await sites())[0].isClosed]).toEqual([1, "小区1", 200, false]);
  const after = [await placesAt("2026-09-17", "小区1"), await placesAt("2026-12-03", "小区1")];
  expect(after.map(({ taken, most, least }) => [taken, most, least])).toEqual([
    [1, 5, 4],
    [0, 5, 4],
  ]);
  expect((await stage.join(id, 2, { siteId: site.id })).body.siteName).toBe("小区1");
});

test("another team at a site holds for the dates ahead, those set by hand keep theirs, nobody loses a place and who waits has one", async () => {
  const [site] = await sites();
  const [first, second] = [await stage.day("2026-09-17"), await stage.day("2026-09-24")];
  for (let n = 1; n <= 6; n++) await stage.join(first.id, n, { siteId: site.id });
  const byHand = await placesAt("2026-09-24", "小区1");
  await stage.call("PUT /days/:dayId/posts/:postId", { params: { dayId: second.id, postId: byHand.id }, body: { most: 9 } });

  const more = (await edit(site.id, { work: "绿化", most: 7, least: 2 })).body;
  await edit(site.id, { work: "绿化", most: 3, least: 2 });

  expect(more).toMatchObject({ people: 0, promoted: 1 });
  const after = [await placesAt("2026-09-17", "小区1"), await placesAt("2026-09-24", "小区1"), await placesAt("2026-10-08", "小区1")];
  expect(after.map(({ taken, most }) => [taken, most])).toEqual([
    [6, 6],
    [0, 9],
    [0, 3],
  ]);
  expect((await sites())[0]).toMatchObject({ work: "绿化", least: 2, most: 3 });
  expect((await edit(site.id, { most: 1 })).body).toMatchObject({ code: "volunteer-days.postsOdd", field: "body.most" });
});

test("hours of a date that is over are written down for the work that was done on it, whatever the site does since", async () => {
  const [site] = await sites();
  const { id } = await stage.day("2026-09-17");
  await stage.join(id, 1, { siteId: site.id });
  stage.app.ports.setTime("2026-09-18T09:00");

  await edit(site.id, { work: "绿化" });
  await edit(site.id, { work: "小广告" });
  await stage.call("POST /days/:dayId/hours", { params: { dayId: id }, body: { unticked: 1 } });

  const rows = await stage.app.write("volunteer-days", ({ db }: any) => db.selectFrom("volunteer_days_service").select(["work"]).execute());
  expect(rows).toEqual([{ work: site.work }]);
  expect([(await placesAt("2026-09-17", "小区1")).work, (await placesAt("2026-09-24", "小区1")).work]).toEqual([site.work, "小广告"]);
});

test("another meeting point of a site is told to those with a place there, and said before", async () => {
  const [first, second] = await sites();
  const { id } = await stage.day("2026-09-17");
  await stage.join(id, 1, { siteId: first.id });
  await stage.join(id, 2, { siteId: second.id });

  const tried = (await edit(first.id, { meetingPoint: "小区1北门", isTry: true })).body;
  const before = await stage.letters();
  await edit(first.id, { meetingPoint: "小区1北门" });
  await edit(first.id, { meetingPoint: "小区1北门" });

  expect([tried, before]).toEqual([{ people: 1, promoted: 0, told: 0, toCall: [] }, []]);
  expect((await stage.letters()).map(({ to, text }) => [to, text.includes("小区1北门集合")])).toEqual([["志愿者1", true]]);
});

test("a team has a leader more on the dates ahead, and none again: who leads one keeps the place", async () => {
  const { id } = await stage.day("2026-09-17");
  const [site] = await sites();
  const led = async (on: string) => {
    const post = (await stage.posts((await stage.day(on)).id)).find(({ kind, siteName }) => kind === "leader" && siteName === site.name);
    return post ? [post.taken, post.least, post.most] : undefined;
  };
  const before = await led("2026-09-17");

  await edit(site.id, { hasLeader: true });
  const leader = (await stage.posts(id)).find(({ kind, siteId }) => kind === "leader" && siteId === site.id);
  const body = { name: "张桂英", phone: phoneOf(9), ageBand: "adult", mayLead: true, isReserve: false, knownSiteIds: [] };
  await stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body });
  const joined = (await stage.join(id, 9, { name: "张桂英", postId: leader.id })).body.state;
  const withOne = [await led("2026-09-17"), await led("2026-09-24"), (await sites()).map(({ hasLeader }: any) => hasLeader)];
  await edit(site.id, { hasLeader: false });

  expect([before, joined, withOne]).toEqual([
    undefined,
    "confirmed",
    [
      [1, 1, 1],
      [0, 1, 1],
      [true, false],
    ],
  ]);
  expect([await led("2026-09-17"), await led("2026-09-24"), (await sites())[0].hasLeader]).toEqual([[1, 0, 1], [0, 0, 0], false]);
  await edit(site.id, { hasLeader: true });
  expect([await led("2026-09-17"), await led("2026-09-24")]).toEqual([
    [1, 1, 1],
    [0, 1, 1],
  ]);
});
