import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf, type Recorder } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { textOfDocument } from "../test-documents.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
let recorder: Recorder;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ matterId: council.matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
});
afterEach(() => council.app.close());

const paper = (name: string): Promise<string> => textOfDocument(council.app, `/api/meetings/meetings/${meetingId}/${name}.docx`);

async function close(): Promise<string> {
  const { organizations, people } = council;
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "先拆除清理" })).body.outcomes[0].id;
  const decisionId = (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 14, no: 1, abstain: 1 })).body.outcomes[0].id;
  const { parts } = (await recorder.send({ kind: "openParts", decisionId, parts: [{ title: "拆除与清运", standard: "过磅单齐全" }] })).body.room;
  const lead = { ownerOrganizationId: organizations.物业, ownerId: people["吴琴"]!, dueOn: "2026-09-20" };
  await recorder.send({ kind: "claim", partId: parts[0].id, origin: "claimed", supportingOrganizationIds: [organizations.社区], ...lead });
  expect((await recorder.send({ kind: "close" })).status).toBe(200);
  return parts[0].id;
}

/** The work passes to 陈国强 with a later day, as when both have signed. */
const handOver = (partId: string) =>
  council.app.write("commitments", async ({ services }) => {
    const row = await services.parts.holderOf(partId);
    const to = { ownerOrganizationId: council.organizations.业委会, ownerId: council.people["陈国强"], reason: "换人", dueOn: "2026-10-20" };
    const id = await services.commitments.proposeHandOver(row, to);
    for (const side of ["giver", "taker"]) await services.commitments.signHandOver(id, side, "paper");
  });

test("the papers of a meeting say for good who took what there, whoever it passed to afterwards", async () => {
  const partId = await close();
  const before = [await paper("minutes"), await paper("record")];
  council.app.ports.setTime("2026-09-12T09:00");
  await handOver(partId);
  await council.app.write("commitments", async ({ services }) => services.parts.defer(await services.parts.find(partId), "等住建局", "2026-11-03"));
  const after = [await paper("minutes"), await paper("record")];

  for (const words of [...before, ...after]) {
    expect(words).toContain("吴琴");
    expect(words).toContain("2026年9月20日");
    expect(words).not.toContain("2026年10月20日");
    expect(words).not.toContain("等住建局");
  }
  expect((await recorder.room()).body.parts[0].owner).toMatchObject({ person: "陈国强", dueOn: "2026-10-20" });
});

test("a meeting that closed before its work was kept is told as its work stands now", async () => {
  const partId = await close();
  await council.app.write("meetings", async ({ db }) => {
    await db.deleteFrom("meetings_told").where("meetingId", "=", meetingId).execute();
  });
  await handOver(partId);

  expect(await paper("minutes")).toContain("2026年10月20日");
});
