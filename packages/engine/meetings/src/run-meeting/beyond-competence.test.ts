import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";
import { recorderOf } from "./test-recorder.js";

let council: Council<Running>;
beforeEach(async () => void (council = await aCouncil(await startPlugin(server, { with: councilPlugins }))));
afterEach(() => council.app.close());

test("dismissing the property manager warns when it is moved, and waits for the owners' vote once the council has adopted it", async () => {
  const { app, bodyId } = council;
  const meetingId = await aMeeting(app, { bodyId, items: [{ title: "物业服务", minutes: 60 }], startsAt: "2026-09-09T15:00" });
  app.ports.setTime("2026-09-09T15:00");
  const recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;

  const moved = await recorder.send({ kind: "move", itemId, text: "解聘现物业公司" });
  await recorder.send({ kind: "vote", motionId: moved.body.outcomes[0].id, attending: 16, yes: 16, no: 0, abstain: 0 });
  const { decisions } = (await recorder.room()).body;
  await recorder.send({ kind: "close" });
  const minutes = (await app.call("GET /meetings/:meetingId/minutes-draft", { params: { meetingId } })).body;

  const warning = { code: "manager", competentBody: "owners_assembly", citation: "民法典第278条" };
  expect(moved.body.room.motions[0].warnings).toEqual([warning]);
  expect(decisions).toMatchObject([{ text: "解聘现物业公司", effect: "awaits_competent_body", warnings: [warning] }]);
  expect(minutes.items[0].generated).toContain("尚未生效：要业主大会表决通过（民法典第278条）。");
});
