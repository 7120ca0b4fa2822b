import { afterEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { setFamilyStage, type FamilyStage } from "../testing/family-stage.js";
import { members, phoneOf } from "../testing/stage.js";

let stage: FamilyStage;
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});

const idOf = async (who: string): Promise<string> =>
  (await stage.call("POST /series/:seriesId/volunteers/search", { params: { seriesId: stage.seriesId }, body: { who } })).body.found[0].id;
const enrol = async (phone?: string): Promise<string> =>
  (
    await stage.call("POST /series/:seriesId/volunteers", {
      params: { seriesId: stage.seriesId },
      body: { name: "张桂英", phone, ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [] },
    })
  ).body.id;
const join = async (volunteerId: string, otherId: string, how = "") =>
  (
    await stage.call(`POST /volunteers/:volunteerId/join${how}`, {
      params: { volunteerId },
      body: { otherId, ...(how ? {} : { reason: "本人来说换了手机号" }) },
    })
  ).body;
const told = async () => (await stage.letters()).map(({ to, key }) => `${to} ${key.split("/").at(-1)!.split("-")[0]}`);

test("a child keeps its place when two names of its grown-up become one with its number, and is told nothing", async () => {
  stage = await setFamilyStage({ sites: 1, posts: [members(4, 1)] });
  const kept = await enrol();
  await stage.family(1, ["张桂英", "小宇"]);
  const gone = await idOf(phoneOf(1));
  await stage.app.write("volunteer-days", async (ctx: any) => {
    const mine = await ctx.db.selectFrom("volunteer_days_sign_up").selectAll().where("volunteerId", "=", gone).executeTakeFirstOrThrow();
    const day = await ctx.db.selectFrom("volunteer_days_day").selectAll().where("id", "=", mine.dayId).executeTakeFirstOrThrow();
    await ctx.db
      .insertInto("volunteer_days_sign_up")
      .values({ ...mine, id: ctx.newId(), volunteerId: kept, number: day.lastNumber + 1 })
      .execute();
    await ctx.db
      .updateTable("volunteer_days_day")
      .set({ lastNumber: day.lastNumber + 1 })
      .where("id", "=", mine.dayId)
      .execute();
    await ctx.db.updateTable("volunteer_days_post").set({ taken: 3 }).where("id", "=", mine.postId).execute();
  });

  const looked = await join(kept, gone, "/preview");
  await join(kept, gone);

  expect(looked).toMatchObject({ ended: 1, childrenAlone: 0, childrenUnderGone: 0 });
  expect(await stage.team()).toEqual({ 张桂英: "小区1 confirmed", 小宇: "小区1 confirmed" });
  expect(await told()).not.toContain("小宇 alone");
});

test("where the place beside a child is the one given up, the child's ends, which is said before, and who waits moves up", async () => {
  stage = await setFamilyStage({ sites: 2, posts: [members(2, 1)] });
  const [parent] = await stage.family(1, ["张桂英", "小宇"]);
  const here = (await stage.posts(stage.dayId)).find(({ siteName }) => siteName === parent.siteName);
  const far = (await stage.posts(stage.dayId)).find(({ siteName }) => siteName !== parent.siteName);
  await stage.family(2, ["张桂英"], { siteId: far.siteId });
  for (const n of [3, 4]) await stage.family(n, [`志愿者${n}`], { siteId: here.siteId });
  const [kept, gone] = [await idOf(phoneOf(2)), await idOf(phoneOf(1))];

  const looked = await join(kept, gone, "/preview");
  await join(kept, gone);

  expect(looked).toMatchObject({ ended: 1, childrenAlone: 1, childrenUnderGone: 0 });
  expect(await stage.team()).toEqual({
    张桂英: `${far.siteName} confirmed`,
    志愿者3: `${here.siteName} confirmed`,
    志愿者4: `${here.siteName} confirmed`,
  });
  expect((await told()).sort()).toEqual(["小宇 alone", "志愿者3 promoted", "志愿者4 promoted"].sort());
});

test("of two numbers it is said how many children stand under the one that goes; they keep their places", async () => {
  stage = await setFamilyStage({ sites: 1, posts: [members(4, 1)] });
  await stage.family(1, ["张桂英", "小宇"]);
  const kept = await enrol(phoneOf(2));
  const gone = await idOf(phoneOf(1));

  const looked = await join(kept, gone, "/preview");
  await join(kept, gone);

  expect(looked).toMatchObject({ ended: 0, childrenAlone: 0, childrenUnderGone: 1 });
  expect(await stage.team()).toEqual({ 张桂英: "小区1 confirmed", 小宇: "小区1 confirmed" });
});
