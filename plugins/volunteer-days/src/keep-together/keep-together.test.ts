import { afterEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { endOffers } from "../offer-places/answer-offer.js";
import { setFamilyStage, type FamilyStage } from "../testing/family-stage.js";
import { members, phoneOf } from "../testing/stage.js";

let stage: FamilyStage;
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const told = async () => (await stage.letters()).map(({ to, key }) => `${to} ${key.split("/").at(-1)!.split("-")[0]}`);
const enrol = (n: number) =>
  stage.call("POST /series/:seriesId/volunteers", {
    params: { seriesId: stage.seriesId },
    body: { name: `志愿者${n}`, phone: phoneOf(n), ageBand: "adult", mayLead: false, isReserve: true, knownSiteIds: [] },
  });

test("a grown-up gives the place back: the child's ends with it, which is said before and told, and both go to who waits", async () => {
  stage = await setFamilyStage({ sites: 1, posts: [members(2, 1)] });
  const [parent, child] = await stage.family(1, ["何志远", "小宇"]);
  for (const n of [2, 3]) await stage.join(stage.dayId, n);
  const before = [(await stage.own(parent)).children, (await stage.own(child)).children];

  await stage.own(parent, "/cancel");

  expect(before).toEqual([1, 0]);
  expect(await stage.team()).toEqual({ 志愿者2: "小区1 confirmed", 志愿者3: "小区1 confirmed" });
  expect((await told()).sort()).toEqual(["小宇 alone", "志愿者2 promoted", "志愿者3 promoted"].sort());
  expect((await stage.own(child, "/again")).code).toBe("volunteer-days.companyNeeded");
});

test("with another grown-up of theirs at that site the child stays, and with one elsewhere it does not", async () => {
  stage = await setFamilyStage({ sites: 2, posts: [members(4, 1)] });
  const [parent, , other] = await stage.family(1, ["何志远", "小宇", "罗婷"]);
  const { siteName } = parent;
  await stage.own(parent, "/cancel");
  const beside = await stage.team();
  const far = (await stage.posts(stage.dayId)).find((post) => post.siteName !== siteName).siteId;
  await stage.family(1, ["何爷爷"], { siteId: far });

  await stage.own(other, "/cancel");

  expect(beside).toEqual({ 小宇: `${siteName} confirmed`, 罗婷: `${siteName} confirmed` });
  expect(Object.keys(await stage.team())).toEqual(["何爷爷"]);
});

test("the desk hears how many children went with a place, and taking it back brings them again", async () => {
  stage = await setFamilyStage({ sites: 1, posts: [members(6, 1)] });
  const [{ signUpId }] = await stage.family(1, ["何志远", "小宇", "小满"]);
  await stage.family(2, ["罗婷", "小文"]);

  const { body } = await stage.call("POST /sign-ups/:signUpId/cancel", { params: { signUpId } });
  const after = await stage.team();
  await stage.call("POST /sign-ups/:signUpId/again", { params: { signUpId } });

  expect([body.children, after]).toEqual([2, { 罗婷: "小区1 confirmed", 小文: "小区1 confirmed" }]);
  expect(Object.keys(await stage.team()).sort()).toEqual(["何志远", "小宇", "小文", "小满", "罗婷"].sort());
  expect((await told()).filter((one) => one.endsWith("joined")).sort()).toEqual(["小宇 joined", "小满 joined"].sort());
});

test("a child named first comes after its grown-up, waits where they wait, and has a place when they have one", async () => {
  stage = await setFamilyStage({ sites: 1, posts: [members(2, 1)] });
  const holders = [(await stage.join(stage.dayId, 1)).body, (await stage.join(stage.dayId, 2)).body];
  const asked = await stage.family(3, ["小宇", "何志远"]);
  await stage.own(holders[0]!, "/cancel");
  const between = await stage.team();

  await stage.own(holders[1]!, "/cancel");

  expect(asked.map(({ state, queue }) => [state, queue])).toEqual([
    ["waiting", 2],
    ["waiting", 1],
  ]);
  expect([between.小宇, between.何志远]).toEqual(["小区1 waiting", "小区1 confirmed"]);
  expect(await stage.team()).toEqual({ 小宇: "小区1 confirmed", 何志远: "小区1 confirmed" });
});

test("who does not say yes to an offer in time takes the child out of the line with them", async () => {
  stage = await setFamilyStage({ sites: 1, posts: [members(2, 1)], config: { offerMinutes: 120 } });
  const holder = (await stage.join(stage.dayId, 1)).body;
  await stage.join(stage.dayId, 2);
  await stage.family(3, ["何志远", "小宇"]);
  await stage.own(holder, "/cancel");
  stage.app.ports.setTime("2026-09-14T11:01");

  await stage.app.write("volunteer-days", (ctx) => endOffers(ctx));

  expect(await stage.team()).toEqual({ 志愿者2: "小区1 confirmed" });
  expect(await told()).toContain("小宇 alone");
});

test("who says yes to an offer brings the child that waits for them", async () => {
  stage = await setFamilyStage({ sites: 1, posts: [members(2, 1)], config: { offerMinutes: 120 } });
  const holders = [(await stage.join(stage.dayId, 1)).body, (await stage.join(stage.dayId, 2)).body];
  const [parent, child] = await stage.family(3, ["何志远", "小宇"]);
  for (const one of holders) await stage.own(one, "/cancel");
  const before = (await stage.own(child)).state;

  await stage.own(parent, "/accept");

  expect([before, (await stage.own(child)).state]).toEqual(["waiting", "offered"]);
});

test("a grown-up who is stood in for, or swaps their day, leaves no child behind", async () => {
  stage = await setFamilyStage({ sites: 1, posts: [members(4, 1)] });
  const [parent] = await stage.family(1, ["何志远", "小宇"]);
  const [swapper] = await stage.family(2, ["罗婷", "小文"]);
  const other = (await stage.join((await stage.day("2026-10-08")).id, 5)).body;
  await enrol(11);
  const answer = async (of: string, route: string) => {
    const [, id, key] = new RegExp(`/${of}/([\\w-]+)/([\\w-]{22})`).exec((await stage.letters()).find(({ text }) => text.includes(`/${of}/`))!.text)!;
    return stage.call(`POST /public/${route}/accept`, { as: null, params: { [of === "swap" ? "swapId" : "standInId"]: id!, key: key! } });
  };

  await stage.own(parent, "/stand-ins");
  const stood = await answer("stand-in", "stand-ins/:standInId/:key");
  await stage.own(swapper, "/swaps", { number: other.number });
  const swapped = await answer("swap", "swaps/:swapId/:key");

  expect([stood.status, swapped.status]).toEqual([200, 200]);
  expect(Object.keys(await stage.team()).sort()).toEqual(["志愿者11", "志愿者5"].sort());
  expect((await told()).filter((one) => one.endsWith("alone")).sort()).toEqual(["小宇 alone", "小文 alone"].sort());
});
