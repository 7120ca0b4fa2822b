import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { textOfDocument } from "../test-documents.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
beforeEach(async () => void (council = await aCouncil(await startPlugin(server, { with: councilPlugins }))));
afterEach(() => council.app.close());

test("on what condition work was taken stands in record, minutes and public page after the close too", async () => {
  const { app, bodyId, people, organizations } = council;
  const meetingId = await aMeeting(app, { bodyId, startsAt: "2026-09-09T15:00" });
  app.ports.setTime("2026-09-09T15:00");
  const recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "装三盏路灯" })).body.outcomes[0].id;
  const decisionId = (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 })).body.outcomes[0].id;
  await recorder.send({ kind: "openParts", decisionId, parts: [{ title: "装路灯", standard: "三盏都亮" }] });
  const partId = (await recorder.room()).body.parts[0].id;
  const claim = { ownerOrganizationId: Object.values(organizations)[0]!, ownerId: people["何志远"]!, dueOn: "2026-09-30", supportingOrganizationIds: [] };
  await recorder.send({ kind: "claim", partId, origin: "claimed", ...claim, conditions: "等太阳能灯到货才能装" });
  await recorder.send({ kind: "close" });

  const papers = await Promise.all(["record", "minutes"].map((paper) => textOfDocument(app, `/api/meetings/meetings/${meetingId}/${paper}.docx`)));
  await app.call("POST /meetings/:meetingId/minutes-confirmation", { params: { meetingId }, body: {} });
  const { body } = await app.call("POST /meetings/:meetingId/public-notice", { params: { meetingId }, body: { fromOn: "2026-09-09", days: 7 } });
  const page = (await app.call("GET /public/notices/:noticeId", { params: { noticeId: body.id } })).text!;

  for (const paper of [...papers, page]) expect(paper).toContain("等太阳能灯到货才能装");
});
