import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { leaders, members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let dayId: string;
beforeEach(async () => {
  stage = await setStage({ posts: [leaders, members(2, 1)] });
  dayId = (await stage.day("2026-09-17")).id;
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const byLink = (verb: string, link: string) => {
  const [signUpId, key] = link.split("/").slice(-2) as [string, string];
  return stage.call(`POST /public/sign-ups/:signUpId/:key/${verb}`, { as: null, params: { signUpId, key } });
};

test("a name and a phone number are enough: a place where people are missing most, a number and a private link", async () => {
  const answers = [];
  for (let n = 1; n <= 4; n++) answers.push((await stage.join(dayId, n)).body);

  expect(answers.map(({ state, number, siteName }) => [state, number, siteName])).toEqual([
    ["confirmed", "0917-1", "小区1"],
    ["confirmed", "0917-2", "小区2"],
    ["confirmed", "0917-3", "小区1"],
    ["confirmed", "0917-4", "小区2"],
  ]);
  expect(answers[0]).toMatchObject({ queue: null, isKnown: false, postTitle: "打扫", meetingPoint: "党群服务中心门口" });
  expect(answers[0].link).toMatch(/^\/volunteer-days\/mine\/[\w-]+\/[\w-]{22}$/);
});

test("when it is full people wait in the order they came, and the first gets the place that is given back, told once", async () => {
  const links = [];
  for (let n = 1; n <= 4; n++) links.push((await stage.join(dayId, n)).body.link);
  const waiting = [];
  const siteId = (await stage.posts(dayId)).find(({ siteName }) => siteName === "小区1").siteId;
  for (let n = 5; n <= 7; n++) waiting.push((await stage.join(dayId, n, { siteId })).body);

  const given = await byLink("cancel", links[0]);
  const again = await byLink("cancel", links[0]);
  const [signUpId, key] = waiting[0].link.split("/").slice(-2);
  const promoted = (await stage.call("GET /public/sign-ups/:signUpId/:key", { as: null, params: { signUpId, key } })).body;

  expect(waiting.map(({ state, queue }) => [state, queue])).toEqual([
    ["waiting", 1],
    ["waiting", 2],
    ["waiting", 3],
  ]);
  expect([given.status, again.body.code, promoted.state]).toEqual([200, "volunteer-days.signUpOver", "confirmed"]);
  const letters = await stage.letters();
  expect(letters.map(({ channel, to }) => [channel, to])).toEqual([["sms", "志愿者5"]]);
  expect(letters[0]!.text).toContain("9月17日（周四）8:30–10:30 扮靓周四有空位了，您去小区1，党群服务中心门口集合");
});

test("whoever gave a place back and comes after all stands at the end of the line", async () => {
  const first = (await stage.join(dayId, 1)).body;
  for (let n = 2; n <= 5; n++) await stage.join(dayId, n);
  await byLink("cancel", first.link);

  const again = (await byLink("again", first.link)).body;

  expect(again).toMatchObject({ state: "waiting", queue: 1, isKnown: false });
});

test("the same name and phone, however written, are one person, and a stranger who knows them learns neither link nor where they will be", async () => {
  const { body: first } = await stage.join(dayId, 1);

  const second = await stage.join(dayId, 1, { name: "志愿者 1", phone: "+86 199-0000-0001" });
  const child = await stage.join(dayId, 1, { name: "何小宇" });

  expect(second.body).toEqual({
    ...{ isKnown: true, signUpId: first.signUpId, link: null, number: null, queue: null },
    ...{ state: null, siteId: null, siteName: null, postTitle: null, meetingPoint: null },
  });
  expect(child.body).toMatchObject({ isKnown: false, state: "confirmed" });
});

test("signed in it takes one tap, and a second tap shows the same place", async () => {
  const tap = () => stage.call("POST /days/:dayId/sign-ups", { as: "he", params: { dayId }, body: {} });

  const [first, second] = [await tap(), await tap()];

  expect(first.body).toMatchObject({ isKnown: false, state: "confirmed", number: "0917-1" });
  expect(second.body).toMatchObject({ isKnown: true, number: "0917-1", link: first.body.link });
});

test("a grid worker signs an elder up without a phone, and a resident may not", async () => {
  const enter = (as: string) => stage.call("POST /days/:dayId/sign-ups/others", { as, params: { dayId }, body: { name: "张桂英" } });

  const [by, refused] = [await enter("worker"), await enter("he")];

  expect([by.body.state, refused.body.code]).toEqual(["confirmed", "kit.notAllowed"]);
});

test("minors need a guardian and do no work for adults; refusals say what stands in the way", async () => {
  const posts = await stage.posts(dayId);
  const leading = posts.find(({ kind }) => kind === "leader").id;

  const answers = [
    await stage.join(dayId, 1, { ageBand: "youth" }),
    await stage.join(dayId, 1, { ageBand: "youth", hasGuardian: true, postId: leading }),
    await stage.join(dayId, 1, { ageBand: "small", hasGuardian: true }),
    await stage.join(dayId, 1, { ageBand: "child", hasGuardian: true }),
    await stage.join(dayId, 1, { ageBand: "youth", hasGuardian: true }),
    await stage.join(dayId, 2, { phone: "1990000" }),
    await stage.join(dayId, 2, { name: "　" }),
    await stage.join(dayId, 2, { postId: "none" }),
    await stage.join((await stage.day("2026-10-01")).id, 2),
  ];

  expect(answers.map(({ status, body }) => body.code ?? status)).toEqual([
    ...["volunteer-days.guardianNeeded", "volunteer-days.adultsOnly", "volunteer-days.tooYoung", "volunteer-days.companyNeeded", 200],
    ...["volunteer-days.phoneWrong", "volunteer-days.nameInvalid", "volunteer-days.postUnknown", "volunteer-days.dayUndecided"],
  ]);
  expect(answers[5]!.body).toMatchObject({ field: "body.phone", message: "手机号应是 11 位，现在是 7 位" });
});

test("shortly before the start nobody is given a place any more", async () => {
  const first = (await stage.join(dayId, 1)).body;
  for (let n = 2; n <= 6; n++) await stage.join(dayId, n);
  stage.app.ports.setTime("2026-09-17T07:45");

  await byLink("cancel", first.link);

  expect(await stage.letters()).toEqual([]);
});

test("phone numbers lie sealed in the database, and a wrong link opens nothing", async () => {
  const { body } = await stage.join(dayId, 1);

  const rows = await stage.app.db.selectFrom("volunteer_days_volunteer").selectAll().execute();
  const wrong = await byLink("cancel", body.link.replace(/.$/, body.link.endsWith("A") ? "B" : "A"));

  expect(rows[0]).toMatchObject({ phone: { dataClass: "contact", subject: rows[0]!.id }, phoneIndex: expect.stringMatching(/^[\w-]{43}$/) });
  expect(JSON.stringify([rows, await stage.app.audited()])).not.toContain(phoneOf(1));
  expect(wrong.body.code).toBe("volunteer-days.linkUnknown");
});
