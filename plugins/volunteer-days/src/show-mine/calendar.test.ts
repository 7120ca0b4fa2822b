import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

const mine = async (link: string) => {
  const [signUpId, key] = link.split("/").slice(-2) as [string, string];
  return { signUpId, params: { signUpId, key } };
};
const feed = async (path: string) => (await stage.app.app.http.inject({ url: path })).body;
const eventsOf = (ics: string) =>
  [...ics.matchAll(/BEGIN:VEVENT[\s\S]*?END:VEVENT/g)].map(([event]) => ({
    uid: /UID:(.*)/.exec(event)![1]!.trim(),
    sequence: Number(/SEQUENCE:(\d+)/.exec(event)![1]),
    status: /STATUS:(\w+)/.exec(event)![1],
  }));

test("the feed, the file and the mail name one sign-up by one UID, its SEQUENCE rises, and what was called off stays as cancelled", async () => {
  const first = await stage.day("2026-09-17");
  const second = await stage.day("2026-09-24");
  const joined = (await stage.join(first.id, 1)).body;
  await stage.join(second.id, 1);
  const { params } = await mine(joined.link);
  const shown = (await stage.call("GET /public/sign-ups/:signUpId/:key", { as: null, params })).body;

  const before = eventsOf(await feed(shown.feed));
  await stage.call("PUT /days/:dayId", { params: { dayId: second.id }, body: { heldOn: "2026-09-23" } });
  await stage.call("POST /public/sign-ups/:signUpId/:key/cancel", { as: null, params });
  const after = eventsOf(await feed(shown.feed));
  const file = (await stage.call("GET /public/sign-ups/:signUpId/:key/calendar.ics", { as: null, params })).text;

  expect(before.map(({ status }) => status)).toEqual(["CONFIRMED", "CONFIRMED"]);
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(after.map(({ status }) => status)).toEqual(["CANCELLED", "CONFIRMED"]);
  expect(after.every(({ sequence }, i) => sequence > before[i]!.sequence)).toBe(true);
  expect(eventsOf(file)).toEqual([after[0]]);
  expect(shown.others).toMatchObject([{ siteName: "小区1", state: "confirmed" }]);
});

test("who has a mail address is invited by mail with the same UID, hears of each change, and of the end when they give it back", async () => {
  await stage.app.write("directory", ({ services }: any) => services.channels.add(stage.he, { kind: "mail", address: "he@example.com", isPreferred: true }));
  const { id } = await stage.day("2026-09-24");
  const { body } = await stage.call("POST /days/:dayId/sign-ups", { as: "he", params: { dayId: id }, body: {} });
  await stage.call("PUT /days/:dayId", { params: { dayId: id }, body: { heldOn: "2026-09-23" } });
  const { params } = await mine(body.link);
  await stage.call("POST /public/sign-ups/:signUpId/:key/cancel", { as: null, params });

  const rows = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "mail").orderBy("id").execute();
  const calendars = rows.map(({ payload }) => JSON.parse(payload).calendar);

  expect(calendars.map(({ method }) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
  expect(calendars.flatMap(({ ics }) => eventsOf(ics))).toEqual([
    { uid: `${body.signUpId}@lianxin`, sequence: 0, status: "CONFIRMED" },
    { uid: `${body.signUpId}@lianxin`, sequence: 1, status: "CONFIRMED" },
    { uid: `${body.signUpId}@lianxin`, sequence: 2, status: "CANCELLED" },
  ]);
});

test("a feed with another key is not there, and whoever only waits has no date in it", async () => {
  const { id } = await stage.day("2026-09-17");
  for (let n = 1; n <= 10; n++) await stage.join(id, n);
  const waiting = (await stage.join(id, 11)).body;
  const { params } = await mine(waiting.link);
  const { feed: path } = (await stage.call("GET /public/sign-ups/:signUpId/:key", { as: null, params })).body;

  const [own, wrong] = [await feed(path), await stage.app.app.http.inject({ url: path.replace(/[^/]{22}(?=\/calendar)/, "A".repeat(22)) })];

  expect([eventsOf(own), wrong.statusCode]).toEqual([[], 404]);
});

test("whoever has the same calendar already is answered that nothing changed, however much later; a change is sent", async () => {
  const { id } = await stage.day("2026-09-17");
  const { params } = await mine((await stage.join(id, 1)).body.link);
  const { feed: path } = (await stage.call("GET /public/sign-ups/:signUpId/:key", { as: null, params })).body;
  const fetchFeed = (etag?: string) => stage.app.app.http.inject({ url: path, headers: etag ? { "if-none-match": etag } : {} });

  const first = await fetchFeed();
  stage.app.ports.setTime("2026-09-15T09:00");
  const same = await fetchFeed(String(first.headers.etag));
  await stage.call("PUT /days/:dayId", { params: { dayId: id }, body: { heldOn: "2026-09-18" } });
  const changed = await fetchFeed(String(first.headers.etag));

  expect([first.statusCode, same.statusCode, same.body, changed.statusCode]).toEqual([200, 304, "", 200]);
  expect(changed.headers.etag).not.toBe(first.headers.etag);
});

test("after the address of a calendar was changed the old one is nobody's, and the new one tells the same", async () => {
  const { id } = await stage.day("2026-09-17");
  const { params } = await mine((await stage.join(id, 1)).body.link);
  const { feed: old } = (await stage.call("GET /public/sign-ups/:signUpId/:key", { as: null, params })).body;
  const before = await feed(old);

  const { feed: fresh } = (await stage.call("POST /public/sign-ups/:signUpId/:key/feed", { as: null, params })).body;

  const shown = (await stage.call("GET /public/sign-ups/:signUpId/:key", { as: null, params })).body;
  expect([(await stage.app.app.http.inject({ url: old })).statusCode, shown.feed, await feed(fresh)]).toEqual([404, fresh, before]);
});
