import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aHolidayYear, aPerson, type SetUp } from "../testing.js";

let app: Running;
let community: SetUp;
let personId: string;
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  personId = await aPerson(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

let keys = 0;
const post = (path: string, params: Record<string, string>, body: object = {}) =>
  app.call(path, { params, body, headers: { "idempotency-key": `s${keys++}` } });
const show = async () => (await app.call("GET /people/:personId", { params: { personId } })).body;
const others = <T>(work: (d: any) => Promise<T>) => app.write("directory", ({ services }) => work(services.others));

test("a consent counts until it is taken back, and stays on record", async () => {
  const { body } = await post("POST /people/:personId/consents", { personId }, { purpose: "公示姓名", textVersion: "2026", givenBy: personId });
  const before = await others((d) => d.hasConsent(personId, "公示姓名"));

  await post("POST /consents/:consentId/withdraw", { consentId: body.id });

  expect([before, await others((d) => d.hasConsent(personId, "公示姓名"))]).toEqual([true, false]);
  expect((await show()).consents).toMatchObject([{ purpose: "公示姓名", givenByName: "何志远", withdrawnAt: expect.stringContaining("2026-09-03T01:00") }]);
  expect((await post("POST /consents/:consentId/withdraw", { consentId: body.id })).body.code).toBe("directory.consentWithdrawn");
});

test("a proxy has a term, a reason and an end", async () => {
  const deputyId = await aPerson(app, { fullName: "何小妹" });
  const appoint = (body: object) => post("POST /people/:personId/proxies", { personId }, { deputyId, reason: "helper", fromOn: "2026-09-01", ...body });

  const [made, again, self] = [await appoint({}), await appoint({}), await appoint({ deputyId: personId })];
  const ended = await post("POST /proxies/:proxyId/end", { proxyId: made.body.id }, { lastOn: "2026-09-02" });
  const twice = await post("POST /proxies/:proxyId/end", { proxyId: made.body.id }, { lastOn: "2026-09-02" });

  expect([again.body.code, self.body.code, ended.status, twice.body.code]).toEqual([
    "directory.proxyOverlaps",
    "directory.proxySelf",
    200,
    "directory.proxyEnded",
  ]);
  expect((await show()).proxies).toMatchObject([{ deputyName: "何小妹", reason: "helper", fromOn: "2026-09-01", toOn: "2026-09-02" }]);
});

test("calendars come for everybody asked, with what overlaps the time asked for", async () => {
  const busy = { startsAt: "2026-09-09T00:30:00.000Z", endsAt: "2026-09-09T04:00:00.000Z", kind: "work" };
  await app.call("PUT /people/:personId/weekly-hours", { params: { personId }, body: { weekly: [{ weekday: 3, fromTime: "18:00", toTime: "21:00" }] } });
  const { body } = await post("POST /people/:personId/busy", { personId }, busy);
  const again = await post("POST /people/:personId/busy", { personId }, busy);

  const within = await others((d) => d.calendarsOf([personId, community.personId], "2026-09-09T03:00:00.000Z", "2026-09-09T05:00:00.000Z"));
  const outside = await others((d) => d.calendarsOf([personId], "2026-09-09T04:00:00.000Z", "2026-09-10T00:00:00.000Z"));

  expect(again.body.id).toBe(body.id);
  expect(Object.fromEntries(within as Map<string, object>)).toEqual({
    [personId]: { weekly: [{ weekday: 3, fromTime: "18:00", toTime: "21:00" }], busy: [busy] },
    [community.personId]: { weekly: [], busy: [] },
  });
  expect((outside as Map<string, { busy: unknown[] }>).get(personId)?.busy).toEqual([]);
  expect(await app.published()).toContainEqual({ event: "directory.calendarChanged", payload: { personId } });
});

test("a busy time ends after it begins, and can be taken out", async () => {
  const reversed = await post(
    "POST /people/:personId/busy",
    { personId },
    { startsAt: "2026-09-09T04:00:00.000Z", endsAt: "2026-09-09T00:30:00.000Z", kind: "away" },
  );
  const { body } = await post(
    "POST /people/:personId/busy",
    { personId },
    { startsAt: "2026-09-09T00:30:00.000Z", endsAt: "2026-09-09T04:00:00.000Z", kind: "leave" },
  );

  await app.call("DELETE /people/:personId/busy/:busyId", { params: { personId, busyId: body.id } });

  expect(reversed.body.code).toBe("directory.timesReversed");
  expect((await show()).busy).toEqual([]);
});

test("a year's holidays are replaced as a whole, and a day of another year is refused", async () => {
  const load = (days: object[]) => app.call("PUT /holidays/:year", { params: { year: "2026" }, body: { source: "国办通知", isFictional: false, days } });
  await aHolidayYear(app, { year: 2026, days: [{ day: "2026-09-25", name: "中秋节", isOffDay: true }] });

  const statuses = [
    await load([
      { day: "2026-10-01", name: "国庆节", isOffDay: true },
      { day: "2026-10-10", name: "国庆节", isOffDay: false },
    ]),
    await load([{ day: "2027-01-01", name: "元旦", isOffDay: true }]),
    await load([
      { day: "2026-10-01", name: "国庆节", isOffDay: true },
      { day: "2026-10-01", name: "国庆节", isOffDay: true },
    ]),
  ].map((a) => a.body.code ?? a.status);

  expect(statuses).toEqual([200, "directory.holidayOfAnotherYear", "directory.holidayTwice"]);
  expect((await app.call("GET /holidays")).body.years).toEqual([{ year: 2026, source: "国办通知", isFictional: false, days: 2 }]);
});

test("everyone reads the community's name and office phone, heads change them", async () => {
  const changed = await app.call("PUT /settings", { body: { version: 1, communityName: "光明路社区居委会", officePhone: "（0794）3612345" } });
  const wrong = await app.call("PUT /settings", { body: { version: 2, communityName: "光明路", officePhone: "12345678901" } });

  expect([changed.status, wrong.body.code]).toEqual([200, "directory.phoneInvalid"]);
  expect((await app.call("GET /settings", { as: null })).body).toMatchObject({ communityName: "光明路社区居委会", officePhone: "0794-3612345", version: 2 });
});

test("contact data is shown to a grid leader of the place when they ask, and logged; a grid worker gets the mask", async () => {
  const resident = await aPerson(app, { fullName: "周兰", channels: [{ kind: "phone", address: "19900001111" }] });
  for (const role of ["grid_leader", "grid_worker"] as const) await aPerson(app, { fullName: role, role, account: role });
  const ask = async (as: string) =>
    (await app.call("GET /people/:personId/channels", { as, params: { personId: resident }, headers: { "x-show": "1" } })).body.channels[0].address;

  const seen = [await ask("grid_leader"), await ask("grid_worker")];

  const log = await app.app.platform.database.kit.selectFrom("kit_access_log").select(["account", "dataClass", "purpose"]).execute();
  expect(seen).toEqual(["19900001111", "199****1111"]);
  expect(log).toEqual([{ account: "grid_leader", dataClass: "contact", purpose: "shown" }]);
});

test("addresses are added and taken out by who may edit", async () => {
  const { body } = await post("POST /people/:personId/channels", { personId }, { kind: "phone", address: "19900009999", isPreferred: true });
  const before = (await show()).channels.length;

  await app.call("DELETE /people/:personId/channels/:channelId", { params: { personId, channelId: body.id } });

  expect([before, (await show()).channels.length]).toEqual([1, 0]);
});
