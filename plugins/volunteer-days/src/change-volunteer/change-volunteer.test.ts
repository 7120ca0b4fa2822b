import { afterEach, beforeEach, expect, test } from "vitest";
import { openDaysJob } from "../plan-days/open-days.job.js";
import { setFamilyStage, type FamilyStage } from "../testing/family-stage.js";
import { members, phoneOf } from "../testing/stage.js";

let stage: FamilyStage;
let volunteerId: string;
beforeEach(async () => {
  stage = await setFamilyStage({ sites: 2, posts: [members(4, 1)] });
  const body = { name: "张桂英", phone: phoneOf(1), ageBand: "adult", mayLead: false, isReserve: true, knownSiteIds: [], skills: "急救" };
  volunteerId = (await stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body })).body.id;
});
afterEach(() => stage.app.close());

const record = async () => (await stage.call("GET /volunteers/:volunteerId/record", { params: { volunteerId } })).body;
const said = async () => {
  const { mayLead, isReserve, knownSiteIds, skills } = await record();
  return { mayLead, isReserve, knownSiteIds, skills };
};
const change = (body: object, as = "secretary") => stage.call("PUT /volunteers/:volunteerId/standing", { as, params: { volunteerId }, body });
const phone = (to: string | null) => stage.call("PUT /volunteers/:volunteerId/phone", { params: { volunteerId }, body: { phone: to } });
const undo = () => stage.call("POST /volunteers/:volunteerId/phone/undo", { params: { volunteerId } });
const number = async () => (await stage.call("GET /volunteers/:volunteerId/phone", { params: { volunteerId } })).body.phone;
const deeds = async () => (await stage.app.audited()).map(({ action }) => action).filter((action) => action.startsWith("volunteer-days.person."));

test("what is said of somebody is changed on their page and put back as it was, and the record of deeds has both", async () => {
  const before = await said();
  const { sites } = await record();
  const now = { mayLead: true, isReserve: false, knownSiteIds: [sites[1].id], skills: "电工、急救" };

  await change(now);
  const after = await said();
  await change(before);

  expect(sites.map(({ name }: any) => name)).toEqual(["小区1", "小区2"]);
  expect(before).toEqual({ mayLead: false, isReserve: true, knownSiteIds: [], skills: "急救" });
  expect([after, await said()]).toEqual([now, before]);
  expect((await record()).phone).not.toBeNull();
  expect(await deeds()).toEqual(["volunteer-days.person.change", "volunteer-days.person.change"]);
});

test("a site of another community is refused by its field, a grid worker may not change it, and nobody under age leads", async () => {
  const now = { mayLead: true, isReserve: false, knownSiteIds: [], skills: null };
  const wrong = (await change({ ...now, knownSiteIds: ["elsewhere"] })).body;
  const worker = (await change(now, "worker")).status;
  await stage.call("POST /series/:seriesId/volunteers", {
    params: { seriesId: stage.seriesId },
    body: { name: "张桂英", phone: phoneOf(1), ageBand: "youth", guardianAgreedOn: "2026-09-01", mayLead: false, isReserve: false, knownSiteIds: [] },
  });
  await change(now);

  expect([wrong.code, wrong.field, worker]).toEqual(["volunteer-days.siteUnknown", "body.knownSiteIds", 403]);
  expect([(await said()).mayLead, (await record()).mayEverLead]).toEqual([false, false]);
});

test("a new number counts at once, also for what waits to be sent, and within a day the old one is put back", async () => {
  await stage.family(1, ["张桂英"]);
  stage.app.ports.setTime("2026-09-15T23:30");
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: stage.dayId }, body: { reason: "rain" } });
  const { address } = JSON.parse(
    (await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "sms").executeTakeFirstOrThrow()).payload,
  ).to;

  const answer = await phone("199 0000 0007");
  const offered = (await record()).mayUndoPhone;
  const waiting = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "sms").execute();
  const now = await number();
  await undo();

  expect([answer.body, now, await number()]).toEqual([{ children: 0 }, phoneOf(7), phoneOf(1)]);
  expect(waiting.map(({ payload }) => JSON.parse(payload).to.address === address)).toEqual([false]);
  expect([offered, (await record()).mayUndoPhone, (await undo()).body.code]).toEqual([true, false, "volunteer-days.phoneUnchanged"]);
  expect(await deeds()).toEqual(["volunteer-days.person.phone", "volunteer-days.person.phoneBack"]);
});

test("a number that somebody of the same name has is refused, one that is wrong may go, and after a day the old one is forgotten", async () => {
  await stage.family(2, ["张桂英"]);

  const refused = [await phone(phoneOf(2)), await phone("1990")].map(({ body: { code, field } }) => [code, field]);
  await phone(null);
  const gone = await number();
  stage.app.ports.setTime("2026-09-16T09:01");
  const late = (await undo()).body.code;
  await stage.app.write("volunteer-days", (ctx: any) => openDaysJob.run(ctx));
  const row = await stage.app.write<any>("volunteer-days", (ctx: any) =>
    ctx.db.selectFrom("volunteer_days_volunteer").selectAll().where("id", "=", volunteerId).executeTakeFirstOrThrow(),
  );

  expect(refused).toEqual([
    ["volunteer-days.phoneTaken", "body.phone"],
    ["volunteer-days.phoneWrong", "body.phone"],
  ]);
  expect([gone, late, row.phoneBefore, row.phoneChangedAt]).toEqual([null, "volunteer-days.phoneUnchanged", null, null]);
});

test("it is said how many children stand under the old number", async () => {
  await stage.family(1, ["张桂英", "小宇", "小满"]);
  expect((await phone(phoneOf(7))).body).toEqual({ children: 2 });
  expect(Object.keys(await stage.team())).toHaveLength(3);
});

test("a number that was taken away as wrong gets nothing of what waited to be sent to it", async () => {
  await stage.family(1, ["张桂英"]);
  stage.app.ports.setTime("2026-09-15T23:30");
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: stage.dayId }, body: { reason: "rain" } });
  const waiting = async () =>
    (await stage.app.app.platform.database.kit.selectFrom("kit_outbox").select("aggregate").where("kind", "=", "sms").where("state", "=", "waiting").execute())
      .map(({ aggregate }) => aggregate)
      .filter((aggregate) => aggregate.endsWith(volunteerId)).length;
  const before = await waiting();

  await phone(null);

  expect([before, await waiting()]).toEqual([1, 0]);
});

test("who knows a site that was closed since is changed like anybody, and still knows it", async () => {
  const { sites } = await record();
  const now = { mayLead: false, isReserve: true, knownSiteIds: sites.map(({ id }: any) => id), skills: null };
  await change(now);
  const params = { seriesId: stage.seriesId, siteId: sites[0].id };
  const closed = (await stage.call("POST /series/:seriesId/sites/:siteId/close", { params, body: {} })).status;

  const again = await change({ ...(await said()), mayLead: true });

  expect([closed, again.status, (await said()).mayLead, new Set((await said()).knownSiteIds)]).toEqual([200, 200, true, new Set(now.knownSiteIds)]);
});

test("after two names were joined an earlier change of number is not taken back over the number that came with the other", async () => {
  await phone(null);
  await stage.family(8, ["张桂英"]);
  const found = (await stage.call("POST /series/:seriesId/volunteers/search", { params: { seriesId: stage.seriesId }, body: { who: phoneOf(8) } })).body.found;
  const body = { otherId: found[0].id, reason: "本人来说换了手机号" };
  const joined = (await stage.call("POST /volunteers/:volunteerId/join", { params: { volunteerId }, body })).status;

  expect([joined, (await undo()).body.code, await number()]).toEqual([200, "volunteer-days.phoneUnchanged", phoneOf(8)]);
});
