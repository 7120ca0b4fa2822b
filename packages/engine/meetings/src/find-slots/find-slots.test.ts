import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, isBusy, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ matterId: council.matterId, minutes: 60 }] });
});
afterEach(() => council.app.close());

const find = (body: object = {}) =>
  council.app.call("POST /meetings/:meetingId/slots", { params: { meetingId }, body: { fromOn: "2026-09-03", untilOn: "2026-09-11", ...body } });
const residents = ["周兰", "张桂英", "吴秀兰", "黄德明", "林小燕", "郑国平", "谢丽华", "罗文斌"];
const busyAllWeekBut = async (names: readonly string[], from: string, to: string) => {
  for (const name of names) {
    await isBusy(council.app, council.people[name]!, "2026-09-03T00:00", from);
    await isBusy(council.app, council.people[name]!, to, "2026-09-12T00:00");
  }
};

test("the best slot comes first with who can come, the room, the last day for the notice and who cannot, in words", async () => {
  await busyAllWeekBut(residents, "2026-09-09T15:00", "2026-09-09T16:30");
  await isBusy(council.app, council.people["周兰"]!, "2026-09-09T14:00", "2026-09-09T17:00", "work");
  await isBusy(council.app, council.people["张桂英"]!, "2026-09-09T08:00", "2026-09-12T08:00", "away");

  const { status, body } = await find();

  expect([status, body.need, body.members]).toEqual([200, 14, 21]);
  expect(body.slots[0]).toMatchObject({
    startsAt: "2026-09-09T07:00:00.000Z",
    endsAt: "2026-09-09T08:30:00.000Z",
    venueName: "二楼议事厅",
    present: 19,
    postBy: "2026-09-05",
  });
  expect(body.slots[0].reasons).toEqual([
    { holds: true, text: "能到 19 人，比法定多 5 人" },
    { holds: true, text: "7 方都有人到" },
    { holds: true, text: "必须到的都能到：社区（王秀珍）" },
    { holds: true, text: "公告最迟 9月5日（周六） 贴出，还有 2 天" },
    { holds: false, text: "2 人来不了：周兰（上班）、张桂英（外出到 9月12日（周六））" },
  ]);
});

test("no slot is offered for which the notice would be late, and the table says so", async () => {
  const { body } = await find();

  expect(body.slots.length).toBeGreaterThanOrEqual(3);
  expect(body.slots.every((slot: { postBy: string }) => slot.postBy >= "2026-09-03")).toBe(true);
  const states = (day: string) => new Set(body.hours.filter((cell: { day: string }) => cell.day === day).map((cell: { state: string }) => cell.state));
  expect([[...states("2026-09-06")], [...states("2026-09-07")]]).toEqual([["late"], ["open"]]);
});

test("the table counts who can come hour by hour, and marks where too few can", async () => {
  await busyAllWeekBut(residents, "2026-09-09T15:00", "2026-09-09T16:30");

  const { body } = await find();

  const cell = (day: string, time: string) => body.hours.find((one: { day: string; time: string }) => one.day === day && one.time === time);
  expect(cell("2026-09-09", "15:00")).toMatchObject({ count: 21, state: "open" });
  expect(cell("2026-09-09", "10:00")).toMatchObject({ count: 13, state: "few" });
});

test("where nothing fits it names the rules that block, and each way out really opens its slot", async () => {
  await isBusy(council.app, council.people["王秀珍"]!, "2026-09-03T00:00", "2026-09-12T00:00", "leave"); // The only one of her party, and the chair.

  const { body } = await find();

  expect(body.slots).toEqual([]);
  expect(body.blocking.map((rule: { text: string }) => rule.text)).toEqual(["“社区”要有人到"]);
  expect(body.relax.length).toBeGreaterThan(0);
  const waived = await find({
    waivesChair: true,
    waivedPartyIds: body.relax[0].rules.filter((rule: { kind: string }) => rule.kind === "role").map((rule: { id: string }) => rule.id),
  });
  expect(waived.body.slots.map((slot: { startsAt: string }) => slot.startsAt)).toContain(body.relax[0].startsAt);
});

test("a room and people that another announced meeting has are taken", async () => {
  await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  await busyAllWeekBut(residents, "2026-09-09T15:00", "2026-09-09T16:30");

  const { body } = await find();

  expect(body.slots.some((slot: { startsAt: string }) => slot.startsAt === "2026-09-09T07:00:00.000Z")).toBe(false);
  expect(body.blocking.length + body.slots.length).toBeGreaterThan(0);
});

test("days that do not exist or end before they begin are refused by field", async () => {
  const [unknown, reversed] = [await find({ untilOn: "2026-02-30" }), await find({ fromOn: "2026-09-11", untilOn: "2026-09-05" })];

  expect([unknown.body.code, unknown.body.field, reversed.body.code]).toEqual(["meetings.dayUnknown", "body.untilOn", "meetings.windowWrong"]);
});

test("whoever moves an announced meeting is not offered the time it has", async () => {
  const best = async () => (await find()).body.slots.map(({ startsAt }: { startsAt: string }) => startsAt);
  const had = "2026-09-07T00:30:00.000Z";
  await council.app.call("PUT /meetings/:meetingId/slot", { params: { meetingId }, body: { startsAt: "2026-09-07T08:30", placeText: "二楼" } });
  const drafted = await best();
  await council.app.call("POST /meetings/:meetingId/publication", { params: { meetingId }, body: {} });

  expect(drafted).toContain(had);
  expect(await best()).not.toContain(had);
});
