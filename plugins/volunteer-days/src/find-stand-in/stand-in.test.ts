import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { leaders, members, phoneOf, setStage, type Stage } from "../testing/stage.js";
import { rankStandIns, type Candidate } from "./rank-stand-ins.js";

let stage: Stage;
let dayId: string;
let link: string;
const enrol = (n: number, more: object = {}) =>
  stage.call("POST /series/:seriesId/volunteers", {
    params: { seriesId: stage.seriesId },
    body: { ...{ name: `志愿者${n}`, phone: phoneOf(n), ageBand: "adult", mayLead: false, isReserve: true, knownSiteIds: [] }, ...more },
  });
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [leaders, members(2, 1)], config: { standInsAsked: 2 } });
  dayId = (await stage.day("2026-09-24")).id;
  link = (await stage.join(dayId, 1)).body.link;
  for (let n = 11; n <= 14; n++) await enrol(n);
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});
const mine = (verb: string) => {
  const [signUpId, key] = link.split("/").slice(-2) as [string, string];
  return stage.call(`${verb === "" ? "GET" : "POST"} /public/sign-ups/:signUpId/:key${verb}`, { as: null, params: { signUpId, key } });
};
const asked = async () => (await stage.letters()).filter(({ text }) => text.includes("/stand-in/"));
const answer = (text: string, verb: string) => {
  const [, standInId, key] = /stand-in\/([\w-]+)\/([\w-]{22})/.exec(text)!;
  return stage.call(`${verb === "" ? "GET" : "POST"} /public/stand-ins/:standInId/:key${verb}`, { as: null, params: { standInId: standInId!, key: key! } });
};

test("two are asked, the holder stays until one says yes, then has the place passed on; the other is not needed any more", async () => {
  const { body } = await mine("/stand-ins");
  const letters = await asked();
  const before = (await mine("")).body.state;

  const yes = await answer(letters[0]!.text, "/accept");
  const late = await answer(letters[1]!.text, "/accept");

  expect([body.asked, letters.map(({ to }) => to), before]).toEqual([2, ["志愿者11", "志愿者12"], "confirmed"]);
  expect([yes.status, late.body.code, (await mine("")).body.state]).toEqual([200, "volunteer-days.signUpOver", "cancelled"]);
  expect((await stage.letters()).find(({ text }) => text.includes("有人替您去"))!.to).toBe("志愿者1");
  const posts = await stage.posts(dayId);
  expect(posts.find(({ kind }) => kind === "member")).toMatchObject({ taken: 1, waiting: 0 });
  expect((await answer(letters[1]!.text, "")).body.state).toBe("closed");
});

test("when both say no the next ones are asked, nobody twice, and in the end there is nobody left", async () => {
  await mine("/stand-ins");
  for (const { text } of await asked()) await answer(text, "/decline");

  await mine("/stand-ins");
  const none = await mine("/stand-ins");

  expect((await asked()).map(({ to }) => to)).toEqual(["志愿者11", "志愿者12", "志愿者13", "志愿者14"]);
  expect([none.body.code, (await mine("")).body.state]).toEqual(["volunteer-days.nobodyToAsk", "confirmed"]);
});

test("who has a place that day is not asked, and who got one meanwhile cannot say yes any more", async () => {
  await stage.join(dayId, 11);
  await mine("/stand-ins");
  const letters = await asked();
  await stage.join(dayId, 12);

  const refused = await answer(letters[0]!.text, "/accept");

  expect(letters.map(({ to }) => to)).toEqual(["志愿者12", "志愿者13"]);
  expect([refused.body.code, (await mine("")).body.state]).toEqual(["volunteer-days.signedElsewhere", "confirmed"]);
});

test("for a leader only who may lead is asked", async () => {
  await enrol(20, { mayLead: true });
  await enrol(21, { mayLead: true });
  const leading = (await stage.posts(dayId)).find(({ kind }) => kind === "leader").id;
  link = (await stage.join(dayId, 20, { postId: leading })).body.link;

  expect((await mine("/stand-ins")).body.asked).toBe(1);
  expect((await asked()).map(({ to }) => to)).toEqual(["志愿者21"]);
});

const candidate: fc.Arbitrary<Candidate> = fc.record({
  id: fc.uuid(),
  isFree: fc.boolean(),
  isReserve: fc.boolean(),
  knowsSite: fc.boolean(),
  lastAskedAt: fc.option(fc.constantFrom("2026-09-01T00:00:00.000Z", "2026-09-08T00:00:00.000Z")),
});

test("only who could come is asked, whoever was asked longest ago first, whatever the order they stand in (seed 20261127)", () => {
  const holds = (some: Candidate[]) => {
    const ranked = rankStandIns(some);
    expect(ranked.every(({ isFree }) => isFree)).toBe(true);
    expect(ranked).toHaveLength(some.filter(({ isFree }) => isFree).length);
    const asked = ranked.map(({ lastAskedAt }) => lastAskedAt ?? "");
    expect(asked).toEqual([...asked].sort());
    expect(rankStandIns([...some].reverse())).toEqual(ranked);
  };

  fc.assert(fc.property(fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 12 }), holds), { seed: 20261127 });
});
