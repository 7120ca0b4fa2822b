import { aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { textOfDocument } from "../test-documents.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
});
afterEach(() => council.app.close());

const name = (personId: string, as?: string) =>
  council.app.call("PUT /meetings/:meetingId/chair", { params: { meetingId }, body: { personId }, ...(as && { as }) });
const chair = async () => (await council.app.call("GET /meetings/:meetingId/preparation", { params: { meetingId } })).body.chair;

test("who was named before the meeting began chairs it in the minutes, not who prepared it, and is not changed afterwards", async () => {
  const { app, people } = council;
  await name(people["陈国强"]!);
  app.ports.setTime("2026-09-09T15:00");
  const recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });

  const late = await name(people["吴琴"]!);
  const itemId = (await recorder.room()).body.items[0].id;
  await recorder.send({ kind: "deferItem", itemId, reason: "下次再议" });
  await recorder.send({ kind: "close" });

  expect([await chair(), late.body.code]).toEqual([{ personId: people["陈国强"], name: "陈国强" }, "meetings.chairFixed"]);
  expect(await textOfDocument(app, `/api/meetings/meetings/${meetingId}/minutes.docx`)).toMatch(/主持人?[：:\s]*陈国强/);
});

test("somebody who is not asked to come chairs only where they answer for the place", async () => {
  const { app, compoundId, community } = council;
  const stranger = await aPerson(app, { fullName: "路人甲" });
  const belowIt = await aPerson(app, { fullName: "孙网格", placeId: compoundId, role: "grid_leader" });
  const bystander = await name(stranger);
  const below = await name(belowIt);
  const secretary = await name(community.personId);

  expect([bystander.body.code, below.body.code, secretary.status]).toEqual(["meetings.chairWrong", "meetings.chairWrong", 200]);
});

test("who may not convene names no chair", async () => {
  expect((await name(council.people["陈国强"]!, "hezhiyuan")).status).toBe(403);
});
