import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

const report = { title: "挡土墙勘察报告", place: "居委会办公室" };
const drawing = { title: "重建方案图", place: "https://example.org/wall" };
const call = (path: string, meetingId: string, body?: object, as?: string) =>
  council.app.call(path, { params: { meetingId }, ...(body && { body }), ...(as && { as }) });
const keep = (meetingId: string, ...materials: readonly object[]) => call("PUT /meetings/:meetingId/materials", meetingId, { materials });
const list = async (meetingId: string) => (await call("GET /meetings/:meetingId/materials", meetingId)).body;

test("what there is to read is kept in its order from the draft on, and stands on the list, the notice and in the letter", async () => {
  const meetingId = await aMeeting(council.app, { bodyId: council.bodyId });
  await keep(meetingId, report);
  await keep(meetingId, { title: " 重建方案图 ", place: drawing.place }, report);
  const draft = (await call("GET /meetings/:meetingId/preparation", meetingId)).body.materials;
  const unseen = (await list(meetingId)).code;
  await call("PUT /meetings/:meetingId/slot", meetingId, { startsAt: "2026-09-09T15:00", placeText: "二楼议事室" });
  await call("POST /meetings/:meetingId/publication", meetingId, { lateReason: "急" });

  const sheet = (await call("GET /meetings/:meetingId/material-list", meetingId)).text!;
  const poster = (await call("GET /meetings/:meetingId/poster", meetingId)).text!;
  expect([draft, unseen, (await list(meetingId)).materials]).toEqual([[drawing, report], "kit.notFound", [drawing, report]]);
  expect(sheet).toMatch(/会议材料目录[\s\S]*重建方案图[\s\S]*挡土墙勘察报告[\s\S]*居委会办公室[\s\S]*共 2 份/);
  expect(poster).toContain("重建方案图（https://example.org/wall）；挡土墙勘察报告（居委会办公室）");
  const letters = await council.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("topic", "=", "meetings.mail").execute();
  expect(JSON.parse(letters[0]!.payload).text).toContain("会议材料：\n1. 重建方案图（https://example.org/wall）\n2. 挡土墙勘察报告（居委会办公室）");
});

test("it may change until the meeting is over, and a line without a name or a place is refused", async () => {
  const meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  const kept = await keep(meetingId, report);
  const half = await keep(meetingId, { title: "勘察报告", place: " " });
  await call("POST /meetings/:meetingId/cancellation", meetingId, { reason: "不开了" });

  const late = await keep(meetingId, drawing);

  expect([kept.status, half.status, late.body.code]).toEqual([200, 400, "meetings.materialsFixed"]);
  expect((await list(meetingId)).materials).toEqual([report]);
});

test("words can be taken out of it like out of everything a meeting keeps", async () => {
  const meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  await keep(meetingId, { title: "名单 19900001234", place: "办公室" });

  await call("POST /meetings/:meetingId/redactions", meetingId, { words: "19900001234", reason: "电话号码" });

  expect((await list(meetingId)).materials[0].title).not.toContain("19900001234");
});
