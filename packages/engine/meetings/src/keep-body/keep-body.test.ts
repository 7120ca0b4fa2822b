import { aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aBody, aMeeting } from "../testing.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

const call = (path: string, params: Record<string, string>, body?: object) => council.app.call(path, { params, ...(body && { body }) });
const show = async (bodyId = council.bodyId) => (await call("GET /bodies/:bodyId", { bodyId })).body;
const ending = (verb: "POST" | "DELETE", bodyId = council.bodyId) => call(`${verb} /bodies/:bodyId/ending`, { bodyId });

test("a body of five representatives is two women short until seats say so", async () => {
  const seats = [];
  for (let n = 1; n <= 5; n++) seats.push({ personId: await aPerson(council.app, { fullName: `代表${n}` }), marks: ["representatives" as const] });
  const bodyId = await aBody(council.app, { parties: [{ name: "村民代表", seats }], template: "villager_reps" });
  const before = (await show(bodyId)).composition;

  for (const { id } of (await show(bodyId)).parties[0].seats.slice(0, 2))
    await call("PUT /bodies/:bodyId/seats/:seatId/marks", { bodyId, seatId: id }, { marks: ["women", "representatives"] });

  expect(before).toMatchObject([
    { of: "representatives", present: 5, need: 4, isReached: true },
    { of: "women", present: 0, need: 2, isReached: false },
  ]);
  expect((await show(bodyId)).composition[1]).toMatchObject({ of: "women", present: 2, need: 2, isReached: true });
});

test("a seat of another body is not marked, and the last seat with a vote does not end", async () => {
  const personId = await aPerson(council.app, { fullName: "独一位" });
  const alone = await aBody(council.app, { parties: [{ name: "居民", seats: [{ personId }] }], name: "一人会" });
  const seatId = (await show(alone)).parties[0].seats[0].id;

  const elsewhere = await call("PUT /bodies/:bodyId/seats/:seatId/marks", { bodyId: council.bodyId, seatId }, { marks: ["women"] });
  const last = await call("DELETE /bodies/:bodyId/seats/:seatId", { bodyId: alone, seatId });
  const none = await call("DELETE /bodies/:bodyId/seats/:seatId", { bodyId: council.bodyId, seatId });

  expect([elsewhere.body.code, last.body.code, none.body.code]).toEqual(["meetings.seatUnknown", "meetings.seatsNeeded", "meetings.seatUnknown"]);
});

test("a body with an open meeting or a running series does not end, and says which", async () => {
  const meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  const meets = await ending("POST");
  await call("POST /meetings/:meetingId/cancellation", { meetingId }, { reason: "不开了" });
  const rule = { on: { weekday: 2, nth: 1 }, shift: "sameWeekdayNextWeek" };
  const series = { title: "月例会", type: "deliberation", rule, startsAt: "14:30", minutes: 60, placeText: "二楼", fromOn: "2026-09-01" };
  const { id: seriesId } = (await call("POST /bodies/:bodyId/series", { bodyId: council.bodyId }, series)).body;
  const inSeries = await ending("POST");
  await call("POST /series/:seriesId/end", { seriesId }, { untilOn: "2026-09-03" });
  const ended = await ending("POST");

  expect([meets.body.code, meets.body.params, inSeries.body.code, inSeries.body.params, ended.status]).toEqual([
    "meetings.bodyMeets",
    { count: 1, titles: "莲心议事会" },
    "meetings.bodyInSeries",
    { titles: "月例会" },
    200,
  ]);
});

test("an ended body convenes nothing and changes no seat until its end is taken back", async () => {
  await ending("POST");
  const { endedOn, parties } = await show();
  const params = { bodyId: council.bodyId };
  const refusals = [
    await call("POST /bodies/:bodyId/meetings", params, { items: [{ title: "通报", minutes: 10 }] }),
    await call("DELETE /bodies/:bodyId/seats/:seatId", { ...params, seatId: parties[5].seats[0].id }),
    await ending("POST"),
  ];
  const lists = [(await call("GET /bodies", {})).body.bodies, (await call("GET /ended-bodies", {})).body.bodies].map((rows) => rows.length);
  await ending("DELETE");

  expect([endedOn, refusals.map(({ body }) => body.code), lists]).toEqual(["2026-09-03", Array(3).fill("meetings.bodyEnded"), [0, 1]]);
  expect([(await show()).endedOn, (await call("GET /bodies", {})).body.bodies.length]).toEqual([null, 1]);
});

test("who only sees meetings neither ends a body nor marks a seat", async () => {
  const { app, bodyId } = council;
  const seatId = (await show()).parties[5].seats[0].id;
  const as = "grid";

  const refused = [
    await app.call("POST /bodies/:bodyId/ending", { params: { bodyId }, as }),
    await app.call("PUT /bodies/:bodyId/seats/:seatId/marks", { params: { bodyId, seatId }, body: { marks: [] }, as }),
    await app.call("GET /ended-bodies", { as }),
  ];

  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
});
