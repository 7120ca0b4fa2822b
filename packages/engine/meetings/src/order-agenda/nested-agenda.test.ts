import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";

let council: Council<Running>;
beforeEach(async () => void (council = await aCouncil(await startPlugin(server, { with: councilPlugins }))));
afterEach(() => council.app.close());

const call = (path: string, params: Record<string, string>, body?: unknown) => council.app.call(path, { params, ...(body !== undefined && { body }) });
/** 停车 (5 minutes) with two items under it, then the wall. */
const nested = () => [
  { title: "停车", minutes: 5 },
  { matterId: council.matterId, minutes: 40 },
  { title: "划线", minutes: 10, under: 0 },
  { title: "收费", minutes: 15, under: 0 },
];
const draft = async (items: unknown[]): Promise<string> => (await call("POST /bodies/:bodyId/meetings", { bodyId: council.bodyId }, { items })).body.id;

async function announce(meetingId: string): Promise<void> {
  await call("PUT /meetings/:meetingId/slot", { meetingId }, { startsAt: "2026-09-09T15:00", venueId: council.venueId });
  await call("POST /meetings/:meetingId/publication", { meetingId }, {});
}
const turns = (items: { number: string; title: string; startsAt: string | null }[]) =>
  items.map(({ number, title, startsAt }) => [number, title, startsAt && startsAt.slice(11, 16)]);

test("items under an item follow it on the draft, in the room and on the sheet, each with its clock time", async () => {
  const meetingId = await draft(nested());
  const before = (await call("GET /meetings/:meetingId/preparation", { meetingId })).body;
  await announce(meetingId);
  const room = (await call("GET /meetings/:meetingId/room", { meetingId })).body;
  const sheet = (await call("GET /meetings/:meetingId/agenda-sheet", { meetingId })).text;
  const { groupText } = (await call("GET /meetings/:meetingId/notices", { meetingId })).body;

  expect(before.items.map(({ number, startsAt }: { number: string; startsAt: null }) => [number, startsAt])).toEqual([
    ["1", null],
    ["1.1", null],
    ["1.2", null],
    ["2", null],
  ]);
  expect(turns(room.items)).toEqual([
    ["1", "停车", "07:00"],
    ["1.1", "划线", "07:05"],
    ["1.2", "收费", "07:15"],
    ["2", "小区东侧挡土墙坍毁约 12 米", "07:30"],
  ]);
  expect([sheet.includes("15:05—15:15"), sheet.includes("合计 70 分钟"), groupText.includes("议题1：停车（划线、收费）")]).toEqual([true, true, true]);
});

test("a meeting that moves takes the times of its items along", async () => {
  const meetingId = await draft(nested());
  await announce(meetingId);

  await call("PUT /meetings/:meetingId/slot", { meetingId }, { startsAt: "2026-09-10T09:30", venueId: council.venueId });
  await call("POST /meetings/:meetingId/rescheduling", { meetingId }, { startsAt: "2026-09-10T09:30", venueId: council.venueId });

  expect(turns((await call("GET /meetings/:meetingId/room", { meetingId })).body.items)[1]).toEqual(["1.1", "划线", "01:35"]);
});

test("an item that only holds others is over with them, and one of them without a result keeps the meeting open", async () => {
  const meetingId = await draft(nested());
  await announce(meetingId);
  council.app.ports.setTime("2026-09-09T15:00");
  const recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const { items } = (await recorder.room()).body;
  await recorder.send({ kind: "finishItem", itemId: items[1].id });
  await recorder.send({ kind: "deferItem", itemId: items[3].id, reason: "等住建局" });

  const early = await recorder.send({ kind: "close" });
  await recorder.send({ kind: "finishItem", itemId: items[2].id });
  const closed = await recorder.send({ kind: "close" });
  const record = await call("GET /meetings/:meetingId/record.docx", { meetingId });

  expect([early.body.code, early.body.params]).toEqual(["meetings.itemsUnsettled", { count: 2, items: "停车、收费" }]);
  expect(closed.body.room.items.map(({ state }: { state: string }) => state)).toEqual(["discussed", "discussed", "discussed", "deferred"]);
  expect(record.status).toBe(200);
});

test.each([
  ["itself", [{ title: "甲", minutes: 5, under: 0 }], "body.items.0.under"],
  [
    "one that comes later",
    [
      { title: "甲", minutes: 5, under: 1 },
      { title: "乙", minutes: 5 },
    ],
    "body.items.0.under",
  ],
])("an item under %s is refused by its field", async (_, items, field) => {
  const { status, body } = await call("POST /bodies/:bodyId/meetings", { bodyId: council.bodyId }, { items });

  expect([status, body.code, body.field]).toEqual([422, "meetings.underWrong", field]);
});
