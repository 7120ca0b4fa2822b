import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted, hoursOnce } from "../check-house/checkups.js";
import { members, phoneOf, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
const day = async (on: string): Promise<string> => (await stage.day(on)).id;
beforeEach(async () => {
  stage = await setStage({ sites: 1, posts: [members(2, 1)] });
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  expect(await hoursOnce.run({ db: stage.app.db } as never)).toEqual([]);
  await stage.app.close();
});

/** 张桂英 under two numbers; gives the rows' ids. */
async function idsOf(): Promise<[string, string]> {
  const find = async (n: number) =>
    (await stage.call("POST /series/:seriesId/volunteers/search", { params: { seriesId: stage.seriesId }, body: { who: phoneOf(n) } })).body.found[0].id;
  return [await find(1), await find(2)];
}
const sign = async (n: number, on: string) => (await stage.join(await day(on), n, { name: "张桂英" })).body;
const tick = async (signUpId: string) =>
  stage.call("POST /days/:dayId/check-ins", { params: { dayId: await day("2026-09-17") }, body: { signUpId, act: "arrive" } });
const hours = async (on: string) => stage.call("POST /days/:dayId/hours", { params: { dayId: await day(on) }, body: {} });
const join = (volunteerId: string, otherId: string, how = "", reason: object = { reason: "本人来说换了手机号" }) =>
  stage.call(`POST /volunteers/:volunteerId/join${how}`, { params: { volunteerId }, body: { otherId, ...(how ? {} : reason) } });
const record = async (volunteerId: string) => (await stage.call("GET /volunteers/:volunteerId/record", { params: { volunteerId } })).body;
const team = async (on: string) => (await stage.call("GET /days/:dayId", { params: { dayId: await day(on) } })).body.teams[0].people;
const enrol = (n: number, more: object = {}) => {
  const body = { name: "张桂英", phone: phoneOf(n), ageBand: "adult", mayLead: false, isReserve: false, knownSiteIds: [], ...more };
  return stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body });
};

test("two names of one human become one: what goes over is said before, hours and places are theirs, links still lead there, the other name is erased", async () => {
  const [first] = [await sign(1, "2026-09-17"), await sign(2, "2026-10-08")];
  const later = await sign(2, "2026-09-24");
  stage.app.ports.setTime("2026-09-17T08:35");
  await tick(first.signUpId);
  stage.app.ports.setTime("2026-09-17T11:00");
  await hours("2026-09-17");
  const [gone, kept] = await idsOf();

  const tried = (await join(kept, gone, "/preview")).body;
  const before = (await record(gone)).minutes;
  const { status } = await join(kept, gone);

  const [signUpId, key] = first.link.split("/").slice(-2);
  const own = (await stage.call("GET /public/sign-ups/:signUpId/:key", { as: null, params: { signUpId, key } })).body;
  expect([tried, status]).toMatchObject([{ places: 1, certificates: 0, entries: 0, ended: 0, minutes: before, kept: { name: "张桂英" } }, 200]);
  expect(before).toBeGreaterThan(0);
  expect([(await record(kept)).minutes, (await record(kept)).ahead, (await record(gone)).minutes, (await record(gone)).name]).toEqual([before, 2, 0, ""]);
  expect([own.minutes, own.others.length, later.state]).toEqual([before, 2, "confirmed"]);
  const audited = (await stage.app.audited()).find(({ action }) => action === "volunteer-days.person.join");
  expect(JSON.stringify(audited)).toContain("本人来说换了手机号");
});

test("of two places at one time one is kept, and who waits has the other", async () => {
  await sign(1, "2026-09-17");
  await sign(2, "2026-09-17");
  await stage.join(await day("2026-09-17"), 3);
  const [one, other] = await idsOf();

  const { ended } = (await join(one, other, "/preview")).body;
  await join(one, other);

  expect([ended, (await team("2026-09-17")).map(({ name, state }: any) => `${name} ${state}`).sort()]).toEqual([
    1,
    ["张桂英 confirmed", "志愿者3 confirmed"].sort(),
  ]);
});

test("a place on a date that was called off costs none that takes place at the same time", async () => {
  const other = await stage.anotherSeries({ weekday: 4, startTime: "08:30", endTime: "10:30", posts: [members(2, 1)] });
  const [off, on] = [await day("2026-09-24"), (await stage.day("2026-09-24", other)).id];
  await sign(1, "2026-09-24");
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: off }, body: { reason: "rain" } });
  await stage.join(on, 2, { name: "张桂英" });
  const [kept, gone] = await idsOf();

  const { ended } = (await join(kept, gone, "/preview")).body;
  await join(kept, gone);

  const people = (await stage.call("GET /days/:dayId", { params: { dayId: on } })).body.teams[0].people;
  expect([ended, people.map(({ name, state }: any) => `${name} ${state}`)]).toEqual([0, ["张桂英 confirmed"]]);
});

test("no place is given up for one that is itself given up", async () => {
  const times = (startTime: string, endTime: string) => stage.anotherSeries({ weekday: 4, startTime, endTime, posts: [members(1)] });
  const [early, late] = [await times("08:30", "09:30"), await times("09:30", "10:30")];
  const [first, second] = [(await stage.day("2026-09-24", early)).id, (await stage.day("2026-09-24", late)).id];
  await stage.join(first, 3);
  for (const n of [4, 5]) await stage.join(await day("2026-09-24"), n);
  await sign(1, "2026-09-24");
  for (const dayId of [first, second]) await stage.join(dayId, 2, { name: "张桂英" });
  const [kept, gone] = await idsOf();

  const { ended } = (await join(kept, gone, "/preview")).body;
  await join(kept, gone);

  expect([ended, (await record(kept)).ahead]).toEqual([1, 2]);
});

test("the calendar subscribed to under the other name goes on, through a second joining too, until the address is changed", async () => {
  const joined = [await sign(1, "2026-09-17"), await sign(2, "2026-09-24")];
  await stage.join(await day("2026-10-08"), 3, { name: "张桂英" });
  const own = (link: string, how = "") => {
    const [signUpId, key] = link.split("/").slice(-2) as [string, string];
    return stage.call(`${how ? "POST" : "GET"} /public/sign-ups/:signUpId/:key${how}`, { as: null, params: { signUpId, key } });
  };
  const { feed } = (await own(joined[0].link)).body;
  const entries = async () => (await stage.app.app.http.inject({ url: feed })).body.match(/BEGIN:VEVENT/g)?.length;
  const [first, second] = await idsOf();
  const third = (await stage.call("POST /series/:seriesId/volunteers/search", { params: { seriesId: stage.seriesId }, body: { who: phoneOf(3) } })).body
    .found[0].id;

  const before = await entries();
  await join(second, first);
  const once = await entries();
  await join(third, second);
  const twice = await entries();
  await own(joined[1].link, "/feed");

  expect([before, once, twice, await entries()]).toEqual([1, 2, 3, undefined]);
});

test("what was written at night and waits for the morning is sent to the number that stays", async () => {
  await sign(1, "2026-09-17");
  await sign(2, "2026-09-24");
  const [gone, kept] = await idsOf();
  stage.app.ports.setTime("2026-09-15T23:30");
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: await day("2026-09-17") }, body: { reason: "rain" } });
  await join(kept, gone);

  const letters = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "sms").execute();
  const off = letters.filter(({ dedupeKey }) => dedupeKey.includes("day-"));

  expect(off.map(({ state, aggregate }) => [state, aggregate])).toEqual([["waiting", `person:${kept}`]]);
  expect(JSON.parse(off[0]!.payload).to.address).toContain(`lx1.contact.${kept}.`);
  expect(letters.filter(({ aggregate }) => aggregate === `person:${gone}`)).toEqual([]);
});

test("hours that stand for both at one time are refused until one is corrected", async () => {
  const both = [await sign(1, "2026-09-17"), await sign(2, "2026-09-17")];
  stage.app.ports.setTime("2026-09-17T08:30");
  for (const { signUpId } of both) await tick(signUpId);
  stage.app.ports.setTime("2026-09-17T11:00");
  await hours("2026-09-17");
  const [one, other] = await idsOf();

  const refused = (await join(one, other)).body;
  const params = { dayId: await day("2026-09-17"), signUpId: both[1].signUpId };
  await stage.call("POST /days/:dayId/hours/:signUpId/corrections", { params, body: { minutes: 0, reason: "写了两份" } });

  expect([refused.code, refused.message]).toEqual(["volunteer-days.joinTwice", "9月17日（周四）两边都登记了工时，一个人不能算两份"]);
  expect([(await join(one, other)).status, (await record(one)).minutes]).toEqual([200, 120]);
});

test("on the rota the later word counts, what is known of both stays, and one turn is left", async () => {
  const { id: one } = (await enrol(1, { skills: "急救" })).body;
  stage.app.ports.setTime("2026-09-14T10:00");
  const { id: other } = (await enrol(2, { mayLead: true, skills: "电工" })).body;
  await join(one, other);
  const after = (await stage.call("GET /volunteers")).body.volunteers;
  stage.app.ports.setTime("2026-09-14T11:00");
  const { id: third } = (await enrol(3)).body;
  stage.app.ports.setTime("2026-09-14T12:00");
  await stage.call("POST /volunteers/:volunteerId/leave", { params: { volunteerId: third } });
  await join(one, third);

  expect(after).toMatchObject([{ id: one, mayLead: true, skills: "急救、电工", seriesIds: [stage.seriesId] }]);
  expect((await stage.call("GET /volunteers")).body.volunteers).toEqual([]);
});

test("sealed basic information and the number are taken over where the kept one has none", async () => {
  const { id: kept } = (await enrol(0, { phone: undefined })).body;
  await sign(2, "2026-09-24");
  const gone = (await stage.call("POST /series/:seriesId/volunteers/search", { params: { seriesId: stage.seriesId }, body: { who: phoneOf(2) } })).body.found[0]
    .id;
  const basics = { sex: "female", bornOn: "1970-01-01", idNumber: null, district: null, serviceKinds: null, agreedOn: "2026-09-01" };
  await stage.call("PUT /volunteers/:volunteerId/basics", { params: { volunteerId: gone }, body: basics });

  await join(kept, gone);

  const opened = (await stage.call("GET /volunteers/:volunteerId/basics", { params: { volunteerId: kept } })).body.basics;
  expect([opened.bornOn, (await record(kept)).phone]).toEqual(["1970-01-01", expect.stringContaining("0002")]);
  expect((await sign(2, "2026-10-08")).isKnown).toBe(false);
  expect((await record(kept)).ahead).toBe(2);
});

test("the desk says which person of the directory a volunteer is: signed in they are known, a second one is refused by name, and it can be taken back", async () => {
  await sign(1, "2026-09-17");
  await sign(2, "2026-09-24");
  const [one, other] = await idsOf();
  const link = (volunteerId: string, personId: string | null) =>
    stage.call("PUT /volunteers/:volunteerId/person", { params: { volunteerId }, body: { personId } });

  await link(one, stage.he);
  const asHe = (await stage.call("POST /days/:dayId/sign-ups", { as: "he", params: { dayId: await day("2026-09-17") }, body: {} })).body;
  const twice = (await link(other, stage.he)).body;
  const linked = (await record(one)).isInDirectory;
  await link(one, null);

  expect([asHe.isKnown, linked, (await record(one)).isInDirectory]).toEqual([true, true, false]);
  expect([twice.code, twice.message]).toEqual(["volunteer-days.personTaken", "这个人已经是志愿者张桂英"]);
  expect((await link(one, "nobody")).body).toMatchObject({ code: "volunteer-days.personNotFound", field: "body.personId" });
  expect([(await join(one, one)).body.code, (await join(one, "nobody")).body.code]).toEqual(["volunteer-days.joinSelf", "volunteer-days.signUpUnknown"]);
});
