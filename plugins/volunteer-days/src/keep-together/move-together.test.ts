import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { setFamilyStage, type FamilyStage } from "../testing/family-stage.js";
import { members, phoneOf } from "../testing/stage.js";

let stage: FamilyStage;
let sites: Record<string, string>;
beforeEach(async () => {
  stage = await setFamilyStage({ sites: 2, posts: [members(3, 1)] });
  sites = Object.fromEntries((await stage.posts(stage.dayId)).map(({ siteName, siteId }) => [siteName, siteId]));
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const move = (signUpId: string, siteName: string, isTry = false) =>
  stage.call("POST /sign-ups/:signUpId/move", { params: { signUpId }, body: { siteId: sites[siteName]!, isTry } });

test("a grown-up who is moved takes the child along, which is said before, and both are told", async () => {
  const [parent] = await stage.family(1, ["何志远", "小宇"], { siteId: sites.小区1 });

  const tried = await move(parent.signUpId, "小区2", true);
  const before = await stage.team();
  await move(parent.signUpId, "小区2");

  expect([tried.body.breaks, before.小宇]).toEqual([["children", "short"], "小区1 confirmed"]);
  expect(await stage.team()).toEqual({ 何志远: "小区2 confirmed", 小宇: "小区2 confirmed" });
  expect((await stage.letters()).map(({ to, text }) => `${to} ${/去(小区\d)/.exec(text)?.[1]}`).sort()).toEqual(["何志远 小区2", "小宇 小区2"].sort());
});

test("where there is room for one of them alone neither is moved, and the child goes nowhere by itself", async () => {
  const [parent, child] = await stage.family(1, ["何志远", "小宇"], { siteId: sites.小区1 });
  for (const n of [2, 3]) await stage.join(stage.dayId, n, { siteId: sites.小区2 });

  const answers = [await move(parent.signUpId, "小区2"), await move(child.signUpId, "小区2")];

  expect(answers.map(({ body }) => body.code)).toEqual(["volunteer-days.siteFull", "volunteer-days.companyNeeded"]);
  expect(await stage.team()).toMatchObject({ 何志远: "小区1 confirmed", 小宇: "小区1 confirmed" });
});

test("a child who waits where its grown-up is moved away from is told that its line has ended", async () => {
  await stage.join(stage.dayId, 2, { siteId: sites.小区1 });
  await stage.join(stage.dayId, 3, { siteId: sites.小区1 });
  const [parent] = await stage.family(1, ["何志远", "小宇"], { siteId: sites.小区1 });
  const before = (await stage.team()).小宇;

  await move(parent.signUpId, "小区2");

  expect([before, (await stage.team()).小宇]).toEqual(["小区1 waiting", undefined]);
});

test("nobody below 16 is put on the rota, and who stood there from before is neither placed nor asked to stand in", async () => {
  const enrol = (n: number, ageBand: string) =>
    stage.call("POST /series/:seriesId/volunteers", {
      params: { seriesId: stage.seriesId },
      body: {
        ...{ name: `志愿者${n}`, phone: phoneOf(n), ageBand, guardianAgreedOn: "2026-09-01" },
        ...{ mayLead: false, isReserve: false, knownSiteIds: [] },
      },
    });
  const refused = (await enrol(20, "child")).body;
  await enrol(21, "youth");
  const [holder] = await stage.family(1, ["何志远"]);
  await stage.app.write("volunteer-days", ({ db }: any) =>
    db.updateTable("volunteer_days_volunteer").set({ ageBand: "child" }).where("joinedRotaAt", "is not", null).execute(),
  );

  const asked = await stage.own(holder, "/stand-ins");
  await stage.call("POST /series/:seriesId/rota/publish", { params: { seriesId: stage.seriesId }, body: { dayIds: [stage.dayId] } });

  expect([refused.code, refused.field, asked.code]).toEqual(["volunteer-days.companyNeeded", "body.ageBand", "volunteer-days.nobodyToAsk"]);
  expect(Object.keys(await stage.team())).toEqual(["何志远"]);
});

test("a child who gave its place back is offered the days on which a grown-up of theirs comes", async () => {
  const [, child] = await stage.family(1, ["何志远", "小宇"]);
  await stage.own(child, "/cancel");
  const before = (await stage.own(child)).otherDays;
  await stage.join((await stage.day("2026-10-08")).id, 1, { name: "何志远" });

  const { otherDays } = await stage.own(child);

  expect([before, otherDays.map(({ startsAt }: any) => startsAt.slice(0, 10))]).toEqual([[], ["2026-10-08"]]);
});
