import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
beforeEach(async () => {
  stage = await setStage({ posts: [members(3, 1)] });
  dayId = (await stage.day("2026-09-17")).id;
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const join = (people: object[], more: object = {}) =>
  stage.call("POST /public/days/:dayId/groups", { as: null, params: { dayId }, body: { phone: phoneOf(1), people, ...more } });

test("a family under one number goes to one compound together, and the adult is the child's guardian", async () => {
  await stage.join(dayId, 9);
  const { body } = await join([{ name: "何志远" }, { name: "罗婷" }, { name: "何小宇", ageBand: "child" }]);

  expect(body.people.map(({ state, siteName }: any) => [state, siteName])).toEqual([
    ["confirmed", "小区2"],
    ["confirmed", "小区2"],
    ["confirmed", "小区2"],
  ]);
  expect(new Set(body.people.map(({ number }: any) => number)).size).toBe(3);
  expect((await join([{ name: "何志远" }])).body.people).toMatchObject([{ isKnown: true, link: null }]);
});

test("who does not fit waits at the same compound, nobody is torn away", async () => {
  const { body } = await join(["甲", "乙", "丙", "丁"].map((name) => ({ name: `同事${name}` })));

  expect(body.people.map(({ state, queue }: any) => [state, queue])).toEqual([
    ["confirmed", null],
    ["confirmed", null],
    ["confirmed", null],
    ["waiting", 1],
  ]);
  expect(new Set(body.people.map(({ siteName }: any) => siteName)).size).toBe(1);
});

test("it is all or nobody: one who cannot come is named by the place in the list, and no place is taken", async () => {
  const alone = await join([{ name: "何小宇", ageBand: "child" }]);
  const small = await join([{ name: "何志远" }, { name: "何小小", ageBand: "small" }]);

  expect([alone, small].map(({ body: { code, field } }) => [code, field])).toEqual([
    ["volunteer-days.companyNeeded", "body.people.0"],
    ["volunteer-days.tooYoung", "body.people.1"],
  ]);
  expect((await stage.posts(dayId)).reduce((sum, { taken }) => sum + taken, 0)).toBe(0);
});

test("a child added later comes with a grown-up of the same number who has a place that day, and with nobody else", async () => {
  await join([{ name: "郑小满", ageBand: "youth", hasGuardian: true }]);
  const alone = await join([{ name: "何小宇", ageBand: "child" }]);
  await stage.join(dayId, 9, { phone: phoneOf(9) });
  const stranger = await join([{ name: "何小宇", ageBand: "child" }]);
  const [parent] = (await join([{ name: "何志远" }])).body.people;
  const [signUpId, key] = parent.link.split("/").slice(-2);

  const { body } = await join([{ name: "何小宇", ageBand: "child" }], { by: { signUpId, key } });

  expect(body.people[0].siteName).toBe(parent.siteName);
  expect([alone.body.code, stranger.body.code, body.people[0].state]).toEqual(["volunteer-days.companyNeeded", "volunteer-days.companyNeeded", "confirmed"]);
});

test("whoever knows a number alone does not learn by a child where its owner will be: the link goes to that number", async () => {
  const [parent] = (await join([{ name: "何志远" }])).body.people;
  const other = (await stage.posts(dayId)).find(({ siteName }) => siteName !== parent.siteName).siteId;
  const child = { name: "何小宇", ageBand: "child", phone: phoneOf(1) };

  const answers = [
    await stage.join(dayId, 1, child),
    await stage.join(dayId, 1, { ...child, name: "何小文", siteId: other }),
    await stage.join(dayId, 1, { ...child, name: "何小满", by: { signUpId: parent.signUpId, key: "x".repeat(22) } }),
    ...(await join([{ name: "何志远" }, { name: "何小山", ageBand: "child" }])).body.people.slice(1).map((body: any) => ({ body })),
  ];

  const hidden = { isKnown: false, state: null, number: null, queue: null, siteId: null, siteName: null, postTitle: null, meetingPoint: null, link: null };
  expect(answers.map(({ body: { signUpId: _id, ...rest } }) => rest)).toEqual(answers.map(() => hidden));
  const { teams } = (await stage.call("GET /days/:dayId", { params: { dayId } })).body;
  expect(teams.filter(({ people }: any) => people.length > 0).map(({ siteName, people }: any) => [siteName, people.length])).toEqual([[parent.siteName, 5]]);
  expect((await stage.letters()).map(({ to, text }) => [to, text.includes("/mine/")])).toEqual(
    ["何小宇", "何小文", "何小满", "何小山"].map((name) => [name, true]),
  );
});
