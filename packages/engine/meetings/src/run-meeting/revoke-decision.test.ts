import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { textOfDocument } from "../test-documents.js";
import { aMeeting } from "../testing.js";
import { recorderOf, type Recorder } from "./test-recorder.js";

let council: Council<Running>;
let meetingId: string;
let recorder: Recorder;
let [itemId, motionId] = ["", ""];
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ matterId: council.matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  itemId = (await recorder.room()).body.items[0].id;
  motionId = await vote(14, 1);
});
afterEach(() => council.app.close());

async function vote(yes: number, no: number, text = "先拆除清理"): Promise<string> {
  const { id } = (await recorder.send({ kind: "move", itemId, text })).body.outcomes[0];
  await recorder.send({ kind: "vote", motionId: id, attending: 16, yes, no, abstain: 16 - yes - no });
  return id;
}
const revoke = (id = motionId) => recorder.send({ kind: "revokeDecision", motionId: id, reason: "票数记反了" });
const matter = async () => (await council.app.call("GET /matters/:matterId", { of: "matters", params: { matterId: council.matterId } })).body;
const openPart = async () => {
  const decisionId = (await recorder.room()).body.decisions[0].id;
  return recorder.send({ kind: "openParts", decisionId, parts: [{ title: "拆除与清运", standard: "过磅单齐全" }] });
};

test("a tally typed the wrong way round is revoked in session: its work leaves, the item is voted on again, and the record keeps both", async () => {
  await openPart();

  const { body } = await revoke();
  const again = await vote(1, 14);
  const after = (await recorder.room()).body;
  await recorder.send({ kind: "deferItem", itemId, reason: "没有通过，下次再议" });
  await recorder.send({ kind: "close" });
  const record = await textOfDocument(council.app, `/api/meetings/meetings/${meetingId}/record.docx`);

  expect(body.room).toMatchObject({
    items: [{ state: "scheduled" }],
    motions: [{ state: "revoked", withdrawn: "票数记反了" }],
    decisions: [{ effect: "revoked" }],
    parts: [],
  });
  expect(after.motions.find(({ id }: { id: string }) => id === again)).toMatchObject({ state: "rejected" });
  expect((await matter()).state).toBe("deferred");
  expect(record).toContain("这项决定已撤销，不作数。原因：票数记反了");
  expect(await council.app.verify()).toEqual([]);
});

test("once the meeting is over a revoked decision puts its matter back into the backlog, and minutes and public ledger say so", async () => {
  await recorder.send({ kind: "close" });
  const post = (path: string, body = {}) => council.app.call(path, { params: { meetingId }, body });

  const { body } = await revoke();
  await post("POST /meetings/:meetingId/minutes-confirmation");
  const late = await revoke();
  await post("POST /meetings/:meetingId/public-notice", { fromOn: "2026-09-09", days: 7 });
  const { notices } = (await council.app.call("GET /public/notices", { as: null })).body;
  const page = await council.app.call("GET /public/notices/:noticeId", { as: null, params: { noticeId: notices[0].id } });

  expect(body.room.items).toMatchObject([{ state: "deferred", deferReason: "决定撤销：票数记反了" }]);
  expect([(await matter()).state, late.body.code]).toEqual(["deferred", "meetings.stateWrong"]);
  expect(page.text).toContain("这项决定已撤销，不作数。原因：票数记反了");
  expect((await council.app.call("GET /public/decisions", { as: null })).body.decisions).toEqual([]);
});

test("work of a decision that is revoked after the meeting stands on none of its papers, and its vote is told as it was taken", async () => {
  await openPart();
  const [part] = (await recorder.room()).body.parts;
  const lead = { origin: "claimed", ownerOrganizationId: council.organizations.社区!, ownerId: council.people["何志远"]!, supportingOrganizationIds: [] };
  await recorder.send({ kind: "claim", partId: part.id, ...lead, dueOn: "2026-10-10" });
  await recorder.send({ kind: "close" });
  const post = (path: string, body = {}) => council.app.call(path, { params: { meetingId }, body });

  await revoke();
  const record = await textOfDocument(council.app, `/api/meetings/meetings/${meetingId}/record.docx`);
  await post("POST /meetings/:meetingId/minutes-confirmation");
  await post("POST /meetings/:meetingId/public-notice", { fromOn: "2026-09-09", days: 7 });
  const { notices } = (await council.app.call("GET /public/notices", { as: null })).body;
  const page = await council.app.call("GET /public/notices/:noticeId", { as: null, params: { noticeId: notices[0].id } });

  for (const paper of [record, page.text]) {
    expect(paper).not.toContain("拆除与清运");
    expect(paper).toMatch(/14×2 (>|&gt;) 16，通过。/);
    expect(paper).not.toContain("未通过");
  }
});

test("another decision on the same item keeps it decided and its matter where it is", async () => {
  const second = await vote(12, 2);

  const { body } = await revoke(second);

  expect(body.room.items).toMatchObject([{ state: "decided" }]);
  expect((await matter()).state).toBe("decided");
});

test("what was not adopted, was revoked before, or no work can be made of is refused with what to do", async () => {
  const rejected = await vote(1, 14);
  const none = await revoke(rejected);
  await revoke();

  expect(none.body).toMatchObject({ code: "meetings.motionNotAdopted", remedy: "没有表决的动议请用“撤回动议”" });
  expect((await revoke()).body.code).toBe("meetings.motionNotAdopted");
  expect((await openPart()).body.code).toBe("meetings.decisionRevoked");
});

test("while the owners vote on a decision it is not revoked behind their back", async () => {
  const fund = await vote(14, 1, "动用维修资金 8 万元重建挡土墙");
  const decisionId = (await recorder.room()).body.decisions[1].id;
  await council.app.call("POST /decisions/:decisionId/polls", { params: { decisionId }, body: {} });

  expect((await revoke(fund)).body.code).toBe("meetings.decisionPolled");
});

test("a part written down wrongly goes with who was to lead it, and is written once more", async () => {
  await openPart();
  const [wrong] = (await recorder.room()).body.parts;

  const dropped = await recorder.send({ kind: "dropPart", partId: wrong.id, reason: "单位选错了" });
  await openPart();
  const parts = (await recorder.room()).body.parts;

  expect([dropped.status, dropped.body.room.parts]).toEqual([200, []]);
  expect(parts.map(({ id, title }: { id: string; title: string }) => [id === wrong.id, title])).toEqual([[false, "拆除与清运"]]);
  expect(await council.app.verify()).toEqual([]);
});

test("work of an earlier meeting on the list is not dropped here", async () => {
  await openPart();
  const [{ id: partId }] = (await recorder.room()).body.parts;
  await recorder.send({ kind: "deferPart", partId, reason: "等报价", reviewOn: "2026-10-10" });
  await recorder.send({ kind: "close" });
  const next = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ partId, minutes: 10 }], startsAt: "2026-10-14T15:00" });
  council.app.ports.setTime("2026-10-14T15:00");
  const later = recorderOf(council.app, next);
  await later.comeIn(16);
  await later.send({ kind: "open" });

  const { body } = await later.send({ kind: "dropPart", partId, reason: "不想办了" });

  expect(body).toMatchObject({ code: "meetings.partFromBefore", field: "command.partId" });
  expect((await later.room()).body.parts).toHaveLength(1);
});
