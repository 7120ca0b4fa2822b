import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId });
});
afterEach(() => council.app.close());

const call = (path: string, body?: object) => council.app.call(path, { params: { meetingId }, ...(body && { body }) });
const titles = (count: number) => Array.from({ length: count }, (_, i) => ({ title: `第 ${i + 1} 件事`, minutes: 5 }));
const agenda = async () =>
  (await call("GET /meetings/:meetingId/preparation")).body.items.map(({ number, title, minutes }: Record<string, unknown>) => [number, title, minutes]);

test("another agenda takes the place of a draft's, in its order and nesting", async () => {
  const changed = await call("PUT /meetings/:meetingId/agenda", {
    items: [
      { matterId: council.matterId, minutes: 30 },
      { title: "谁出钱", minutes: 15, under: 0 },
      { title: "停车", minutes: 20 },
    ],
  });

  expect(changed.status).toBe(200);
  expect(await agenda()).toEqual([
    ["1", "小区东侧挡土墙坍毁约 12 米", 30],
    ["1.1", "谁出钱", 15],
    ["2", "停车", 20],
  ]);
});

test("sixty items are an agenda, sixty-one are refused by number, and what was there stays", async () => {
  const before = await call("PUT /meetings/:meetingId/agenda", { items: titles(60) });
  const { status, body } = await call("PUT /meetings/:meetingId/agenda", { items: titles(61) });
  const drafted = await council.app.call("POST /bodies/:bodyId/meetings", { params: { bodyId: council.bodyId }, body: { items: titles(61) } });

  expect([before.status, status, body.code, body.params, body.field]).toEqual([200, 422, "meetings.agendaTooLong", { count: 61, most: 60 }, "body.items"]);
  expect([drafted.body.code, (await agenda()).length]).toEqual(["meetings.agendaTooLong", 60]);
});

test("an announced meeting keeps its agenda", async () => {
  const announced = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });

  const { body } = await council.app.call("PUT /meetings/:meetingId/agenda", { params: { meetingId: announced }, body: { items: titles(1) } });

  expect(body.code).toBe("meetings.stateWrong");
});
