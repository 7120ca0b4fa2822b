import { aHolidayYear } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";

let council: Council<Running>;
let seriesId: string;
const monthly = {
  ...{ title: "例会", type: "coordination", startsAt: "14:30", minutes: 120, placeText: "县委三楼会议室", fromOn: "2026-09-01" },
  rule: { on: { weekday: 2, nth: 1 }, shift: "sameWeekdayNextWeek" },
};
const add = (body: object) => council.app.call("POST /bodies/:bodyId/series", { params: { bodyId: council.bodyId }, body });
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  await aHolidayYear(council.app, {
    year: 2026,
    days: Array.from({ length: 7 }, (_, i) => ({ day: `2026-10-0${i + 1}`, name: "国庆节", isOffDay: true })),
  });
  seriesId = (await add(monthly)).body.id;
});
afterEach(() => council.app.close());

interface SeriesDate {
  readonly plannedOn: string;
  readonly on: string | null;
  readonly meetingId: string | null;
}
const dates = async (): Promise<SeriesDate[]> => {
  const { body } = await council.app.call("GET /series", { query: { from: "2026-09-03", to: "2026-12-31" } });
  return body.series.find(({ id }: { id: string }) => id === seriesId).dates;
};
const told = async () => (await dates()).map(({ plannedOn, on }) => [plannedOn, on]);
const change = (plannedOn: string, body: object) =>
  council.app.call("POST /series/:seriesId/dates/:plannedOn/changes", { params: { seriesId, plannedOn }, body });

test("the first Tuesday, a week later over the National Day: October on the 13th, December on the 1st", async () => {
  expect(await told()).toEqual([
    ["2026-10-06", "2026-10-13"],
    ["2026-11-03", "2026-11-03"],
    ["2026-12-01", "2026-12-01"],
  ]);
});

test("one date moved and one cancelled leave the others; restored, they are as the rule says", async () => {
  await change("2026-11-03", { movedTo: "2026-11-05" });
  await change("2026-12-01", { cancelReason: "并入年终总结会" });
  const changed = await told();
  await change("2026-11-03", { isRestored: true });
  await change("2026-12-01", { isRestored: true });

  expect(changed).toEqual([
    ["2026-10-06", "2026-10-13"],
    ["2026-11-03", "2026-11-05"],
    ["2026-12-01", null],
  ]);
  expect((await told()).slice(1)).toEqual([
    ["2026-11-03", "2026-11-03"],
    ["2026-12-01", "2026-12-01"],
  ]);
});

test("a date is not moved onto another of the series, into the past, or to a day the rule never planned", async () => {
  const codes = [
    (await change("2026-11-03", { movedTo: "2026-10-13" })).body.code,
    (await change("2026-11-03", { movedTo: "2026-09-01" })).body.code,
    (await change("2026-11-04", { movedTo: "2026-11-05" })).body.code,
    (await add({ ...monthly, rule: { on: { weekday: 2, nth: 0 }, shift: "skip" } })).status,
    (await add({ ...monthly, rule: { on: { day: 10 }, shift: "sameWeekdayNextWeek" } })).body.code,
  ];

  expect(codes).toEqual(["meetings.occurrenceClash", "meetings.timePast", "meetings.occurrenceUnknown", 400, "meetings.ruleWrong"]);
});

test("the meeting of a date is born from what is unfinished, keeps its original date, and is then moved in the meeting", async () => {
  const params = { seriesId, plannedOn: "2026-10-06" };
  const made = await council.app.call("POST /series/:seriesId/dates/:plannedOn/meetings", { params });
  const again = await council.app.call("POST /series/:seriesId/dates/:plannedOn/meetings", { params });
  const moved = await change("2026-10-06", { movedTo: "2026-10-14" });

  const draft = await council.app.call("GET /meetings/:meetingId/preparation", { params: { meetingId: made.body.id } });
  expect(draft.body).toMatchObject({ title: "例会", type: "coordination", startsAt: "2026-10-13T06:30:00.000Z", items: [{ matterId: council.matterId }] });
  expect([again.body.code, moved.body.code]).toEqual(["meetings.occurrenceHeld", "meetings.occurrenceHeld"]);
  expect((await dates())[0]).toMatchObject({ plannedOn: "2026-10-06", on: "2026-10-13", meetingId: made.body.id });
});

test("a quarterly series counts from its first date on, and has no date after its last day until it goes on", async () => {
  seriesId = (await add({ ...monthly, title: "季度联席会", fromOn: "2026-09-03", everyMonths: 3 })).body.id;
  const end = (untilOn: string | null) => council.app.call("POST /series/:seriesId/end", { params: { seriesId }, body: { untilOn } });
  const span = async () => {
    const { body } = await council.app.call("GET /series", { query: { from: "2026-09-03", to: "2027-07-31" } });
    const { rule, untilOn, dates: found } = body.series.find(({ id }: { id: string }) => id === seriesId);
    return [rule.every, untilOn, found.map(({ plannedOn }: SeriesDate) => plannedOn)];
  };
  const between = await change("2026-11-03", { movedTo: "2026-11-05" });
  const all = await span();
  await end("2026-12-31");
  const ended = await span();
  await end(null);

  const every = { months: 3, from: "2026-10" };
  expect(all).toEqual([every, null, ["2026-10-06", "2027-01-05", "2027-04-06", "2027-07-06"]]);
  expect([between.body.code, ended, await span()]).toEqual(["meetings.occurrenceUnknown", [every, "2026-12-31", ["2026-10-06"]], all]);
});

test("a series every two weeks counts from its first date", async () => {
  const rule = { on: { weekday: 2 }, shift: "next" };
  seriesId = (await add({ ...monthly, rule, everyWeeks: 2 })).body.id;

  expect((await told()).slice(0, 4)).toEqual([
    ["2026-09-15", "2026-09-15"],
    ["2026-09-29", "2026-09-29"],
    ["2026-10-13", "2026-10-13"],
    ["2026-10-27", "2026-10-27"],
  ]);
});

test("a weekly series that is to move by a week is refused", async () => {
  const { body } = await add({ ...monthly, rule: { on: { weekday: 2 }, shift: "sameWeekdayNextWeek" } });

  expect(body).toMatchObject({ code: "meetings.ruleWrong", field: "body.rule.shift" });
});
