import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

const days = (): Promise<any[]> => stage.app.write("volunteer-days", ({ services }) => services.series.days(stage.seriesId, "2026-01-01", "2026-12-31"));
const seen = async () => (await days()).map((day: any) => [day.originalOn, day.heldOn, day.state]);
const openAgain = () =>
  stage.app.write("volunteer-days", async ({ services, ...ctx }) =>
    (await import("./open-days.js")).openDays(ctx as any, await services.series.find(stage.seriesId)),
  );
const change = (path: string, dayId: string, body: object = {}, as = "secretary") => stage.call(path, { as, params: { dayId }, body });

test("every Thursday is opened with a team at each site, and one on a holiday waits for a decision", async () => {
  const all = await days();

  expect(all).toHaveLength(11);
  expect(all.filter((day: any) => day.state === "undecided").map((day: any) => [day.originalOn, day.holiday])).toEqual([["2026-10-01", "国庆节"]]);
  expect((await stage.posts(all[0].id)).map(({ siteName, most }) => [siteName, most])).toEqual([
    ["小区1", 5],
    ["小区2", 5],
  ]);
  expect([all[0].startsAt, all[0].endsAt]).toEqual(["2026-09-17T00:30:00.000Z", "2026-09-17T02:30:00.000Z"]);
});

test("National Day may move to 30 September or to the worked Saturday, and not to where the series meets or people are off", async () => {
  const { id } = await stage.day("2026-10-01");

  const { body } = await stage.call("GET /days/:dayId/options", { params: { dayId: id } });
  const refused = await Promise.all(["2026-10-08", "2026-10-02", "2026-10-01"].map((heldOn) => change("PUT /days/:dayId", id, { heldOn })));
  const moved = await change("PUT /days/:dayId", id, { heldOn: "2026-10-10" });

  expect(body.options.map(({ day }: { day: string }) => day)).toEqual(["2026-09-30", "2026-10-10"]);
  expect(refused.map(({ status, body: { code } }) => [status, code])).toEqual([
    [409, "volunteer-days.dateTaken"],
    [409, "volunteer-days.dateOff"],
    [409, "volunteer-days.dateOff"],
  ]);
  expect(moved.status).toBe(200);
  expect(await stage.day("2026-10-01")).toMatchObject({ heldOn: "2026-10-10", state: "open", startsAt: "2026-10-10T00:30:00.000Z" });
});

test("a date that was moved, edited or called off never comes back and never splits the series", async () => {
  const [first, second, third] = await days();
  await change("PUT /days/:dayId", first.id, { heldOn: "2026-09-18", startTime: "07:30", endTime: "09:00" });
  await change("POST /days/:dayId/cancel", second.id, { reason: "rain", words: "橙色暴雨" });
  await change("POST /days/:dayId/cancel", third.id, { reason: "holiday" });
  const before = await seen();

  const again = await openAgain();
  stage.app.ports.setTime("2026-09-16T04:10");
  await openAgain();

  expect(again.opened).toBe(0);
  expect(await seen()).toEqual(before);
  expect(before.slice(0, 3)).toEqual([
    ["2026-09-17", "2026-09-18", "open"],
    ["2026-09-24", "2026-09-24", "cancelled"],
    ["2026-10-01", "2026-10-01", "cancelled"],
  ]);
  expect((await stage.day("2026-09-17")).startsAt).toBe("2026-09-17T23:30:00.000Z");
});

test("a rain call-off is told once to everybody who has a place or waits, and to nobody else", async () => {
  const { id } = await stage.day("2026-09-17");
  for (let n = 1; n <= 11; n++) await stage.join(id, n);
  await stage.join((await stage.day("2026-09-24")).id, 50);

  const done = await change("POST /days/:dayId/cancel", id, { reason: "rain", words: "明早橙色暴雨" });
  const twice = await change("POST /days/:dayId/cancel", id, { reason: "rain" });

  const letters = await stage.letters();
  expect([done.status, twice.body.code]).toEqual([200, "volunteer-days.dayCancelled"]);
  expect(letters.map(({ to }) => to).sort()).toEqual(Array.from({ length: 11 }, (_, i) => `志愿者${i + 1}`).sort());
  expect(letters[0]!.text).toBe("【光明路社区】志愿者1，9月17日（周四）8:30–10:30 扮靓周四取消，不用来了。明早橙色暴雨");
  expect((await stage.join(id, 60)).body.code).toBe("volunteer-days.dayCancelled");
});

test("a call-off that is taken back leaves everybody where they were", async () => {
  const { id } = await stage.day("2026-09-17");
  await stage.join(id, 1);
  await change("POST /days/:dayId/cancel", id, { reason: "rain" });

  const restored = await change("POST /days/:dayId/restore", id);

  expect(restored.status).toBe(200);
  expect((await stage.join(id, 1)).body.isKnown).toBe(true);
});

test("years whose holidays nobody loaded are told and not opened", async () => {
  const made = await stage.call("POST /series", {
    body: {
      ...{ title: "扮靓周六", weekday: 6, startTime: "08:30", endTime: "10:30", fromOn: "2026-12-05", meetingPoint: "广场" },
      sites: [{ placeId: stage.community.placeId, work: "扫", posts: [{ kind: "member", title: "打扫", least: 1, most: 3, isAdultsOnly: false }] }],
    },
  });
  stage.app.ports.setTime("2026-12-10T04:10");

  const opened = await stage.app.write("volunteer-days", async ({ services, ...ctx }) =>
    (await import("./open-days.js")).openDays(ctx as any, await services.series.find(made.body.id)),
  );

  expect(opened.missingYears).toEqual([2027]);
  expect(opened.opened).toBe(3);
});

test("who may not plan changes no date, and odd input names its field", async () => {
  const { id } = await stage.day("2026-09-17");

  const refused = await change("POST /days/:dayId/cancel", id, { reason: "rain" }, "he");
  const odd = await change("PUT /days/:dayId", id, { heldOn: "2026-02-30" });
  const turned = await change("PUT /days/:dayId", id, { startTime: "11:00" });

  expect([refused.status, refused.body.code]).toEqual([403, "kit.notAllowed"]);
  expect(odd.body).toMatchObject({ code: "volunteer-days.dayInvalid", field: "body.heldOn", remedy: "请写成 2026-09-17 这样" });
  expect(turned.body).toMatchObject({ code: "volunteer-days.timesTurned", field: "body.endTime" });
});

test("who plans is offered the compounds, and nobody else is", async () => {
  const { body } = await stage.call("GET /places");
  const refused = await stage.call("GET /places", { as: "worker" });

  expect(body.places.map(({ name }: { name: string }) => name).sort()).toEqual(["小区1", "小区2"]);
  expect([refused.status, refused.body.code]).toEqual([403, "kit.notAllowed"]);
});
