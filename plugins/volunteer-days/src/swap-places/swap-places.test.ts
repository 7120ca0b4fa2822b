import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { leaders, members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
const joined = new Map<string, { link: string; number: string }>();
beforeEach(async () => {
  stage = await setStage({ sites: 2, posts: [leaders, members(2, 1)] });
  joined.clear();
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const join = async (day: string, n: number, more: object = {}) => {
  const { body } = await stage.join((await stage.day(day)).id, n, more);
  joined.set(`${day} ${n}`, body);
  return body;
};
const byLink = (link: string, verb: string, body?: object) => {
  const [signUpId, key] = link.split("/").slice(-2) as [string, string];
  return stage.call(`${verb === "" ? "GET" : "POST"} /public/sign-ups/:signUpId/:key${verb}`, { as: null, params: { signUpId, key }, ...(body && { body }) });
};
const ask = (from: string, number: string) => byLink(joined.get(from)!.link, "/swaps", { number });
const letter = async (words: string) => (await stage.letters()).find(({ text }) => text.includes(words))!;
const answer = async (verb: string) => {
  const [, swapId, key] = /swap\/([\w-]+)\/([\w-]{22})/.exec((await letter("/swap/")).text)!;
  return stage.call(`${verb === "" ? "GET" : "POST"} /public/swaps/:swapId/:key${verb}`, { as: null, params: { swapId: swapId!, key: key! } });
};

test("two swap their days: nothing changes until the one asked says yes, then each has the other's place", async () => {
  const [one, other] = [await join("2026-09-17", 1), await join("2026-09-24", 2)];
  const asked = await ask("2026-09-17 1", other.number);
  const before = [(await byLink(one.link, "")).body.heldOn, (await byLink(other.link, "")).body.state];

  const { body } = await answer("/accept");

  const told = await letter("对方同意换了");
  const fresh = /http:\/\/localhost(\/volunteer-days\/mine\/\S+)/.exec(told.text)![1]!;
  expect([asked.status, before, (await answer("")).body.state]).toEqual([200, ["2026-09-17", "confirmed"], "accepted"]);
  expect([(await byLink(fresh, "")).body, (await byLink(body.link, "")).body]).toMatchObject([
    { name: "志愿者1", heldOn: "2026-09-24", state: "confirmed" },
    { name: "志愿者2", heldOn: "2026-09-17", state: "confirmed" },
  ]);
  const old = [(await byLink(one.link, "")).body, (await byLink(other.link, "")).body];
  expect(old.map(({ state, endReason, swappedTo, mayComeAgain, otherDays }) => [state, endReason, swappedTo, mayComeAgain, otherDays])).toEqual([
    ["cancelled", "swapped", fresh, false, []],
    ["cancelled", "swapped", body.link, false, []],
  ]);
});

test("two swap their compounds on one day, and calendars hear that the old places ended", async () => {
  const [one, other] = [await join("2026-09-17", 1), await join("2026-09-17", 2)];
  await ask("2026-09-17 1", other.number);

  const { body } = await answer("/accept");

  expect(one.siteName).not.toBe(other.siteName);
  expect((await letter("/swap/")).text).toMatch(
    new RegExp(`您现在是9月17日（周四）8:30–10:30 ${other.siteName}，换了改去9月17日（周四）8:30–10:30 ${one.siteName}。`),
  );
  expect((await byLink(body.link, "")).body.siteName).toBe(one.siteName);
  expect((await byLink(one.link, "/cancel")).body.code).toBe("volunteer-days.signUpOver");
});

test("what cannot be is refused before anybody is asked, and says whose side it is", async () => {
  const minor = await join("2026-09-17", 1, { ageBand: "youth", hasGuardian: true });
  const taken = await join("2026-09-24", 1, { ageBand: "youth", hasGuardian: true });
  const other = await join("2026-09-24", 2);
  await join("2026-10-08", 3);

  const answers = [
    await ask("2026-09-17 1", other.number),
    await ask("2026-10-08 3", "0924-99"),
    await ask("2026-10-08 3", "abc"),
    await ask("2026-09-17 1", taken.number),
  ];

  expect(minor.state).toBe("confirmed");
  expect(answers.map(({ body: { code, field } }) => [code, field])).toEqual([
    ["volunteer-days.swapMine", "body.number"],
    ["volunteer-days.swapUnknown", "body.number"],
    ["volunteer-days.swapUnknown", "body.number"],
    ["volunteer-days.swapSame", "body.number"],
  ]);
  expect(await stage.letters()).toEqual([]);
});

test("whoever got another place meanwhile cannot say yes: both sides are looked at once more", async () => {
  await join("2026-09-17", 1);
  const other = await join("2026-09-24", 2);
  await ask("2026-09-17 1", other.number);
  await join("2026-09-17", 2);

  const refused = await answer("/accept");
  const no = await answer("/decline");

  expect([refused.body.code, no.status, (await answer("")).body.state]).toEqual(["volunteer-days.swapTheirs", 200, "declined"]);
});
