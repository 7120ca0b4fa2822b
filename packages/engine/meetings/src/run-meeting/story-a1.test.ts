import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";
import { recorderOf, type Recorder } from "./test-recorder.js";

let council: Council<Running>;
let meetingId: string;
let recorder: Recorder;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ matterId: council.matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T14:40");
  recorder = recorderOf(council.app, meetingId);
});
afterEach(() => council.app.close());

const claims = ({ people, organizations }: Council) => [
  {
    title: "拆除与清运",
    standard: "残墙拆完，过磅单齐全",
    ownerOrganizationId: organizations.物业,
    ownerId: people["吴琴"],
    dueOn: "2026-09-20",
    supportingOrganizationIds: [organizations.社区],
  },
  {
    title: "板房重建方案",
    standard: "方案公示，维修资金表决启动",
    ownerOrganizationId: organizations.业委会,
    ownerId: people["陈国强"],
    dueOn: "2026-10-20",
    supportingOrganizationIds: [],
  },
  {
    title: "加固设计意见",
    standard: "书面意见盖章",
    ownerOrganizationId: organizations.住建局,
    ownerId: people["刘工"],
    dueOn: "2026-09-30",
    supportingOrganizationIds: [],
  },
  {
    title: "现场围挡提醒",
    standard: "围挡和提示牌到位",
    ownerOrganizationId: organizations.社区,
    ownerId: people["何志远"],
    dueOn: "2026-09-10",
    supportingOrganizationIds: [],
  },
];

async function decided(): Promise<string> {
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const { body } = await recorder.room();
  const motionId = (await recorder.send({ kind: "move", itemId: body.items[0].id, text: "按“先拆除清理、再砌筑重建”推进" })).body.outcomes[0].id;
  return (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 14, no: 1, abstain: 1 })).body.outcomes[0].id;
}

test("sixteen of twenty-one are quorate, and the vote of 14, 1 and 1 is adopted with its arithmetic", async () => {
  await decided();

  const { body } = await recorder.room();

  expect(body.quorum).toEqual({
    ...{ isQuorate: true, members: 21, present: 16, need: 14, arithmetic: ["16×3 ≥ 21×2"], isVerified: false, isLocal: true },
    conditions: [{ of: "members", total: 21, present: 16, need: 14, isReached: true }],
  });
  expect(body.motions[0]).toMatchObject({
    state: "adopted",
    tally: { members: 21, attending: 16, base: 16, arithmetic: "14×2 > 16", result: "14 票赞成、1 票反对、1 票弃权。14×2 > 16，通过。" },
  });
  expect(body.motions[0].warnings).toEqual([{ code: "maintenance_fund", competentBody: "owners_assembly", citation: "民法典第278条" }]);
  expect(body.decisions).toMatchObject([{ serial: 1, text: "按“先拆除清理、再砌筑重建”推进", effect: "effective" }]);
  expect(body.parties.find((p: { name: string }) => p.name === "居民代表")).toEqual({ name: "居民代表", members: 15, present: 10 });
});

test("four claims, each with one organisation, one person and a due date; the meeting does not close before the last", async () => {
  const decisionId = await decided();
  const wanted = claims(council);
  const opened = await recorder.send({ kind: "openParts", decisionId, parts: wanted.map(({ title, standard }) => ({ title, standard })) });
  const partId = (title: string): string => opened.body.room.parts.find((p: { title: string }) => p.title === title).id;
  for (const { title, standard: _, ...claim } of wanted.slice(0, 3)) await recorder.send({ kind: "claim", partId: partId(title), origin: "claimed", ...claim });

  const early = await recorder.send({ kind: "close" });
  const { title, standard: _, ...last } = wanted[3]!;
  await recorder.send({ kind: "claim", partId: partId(title), origin: "claimed", ...last });
  const closed = await recorder.send({ kind: "close" });

  expect([early.status, early.body.code, early.body.message]).toEqual([409, "meetings.partsWithoutOwner", "还有 1 项没有人牵头：现场围挡提醒"]);
  expect(closed.body.room.state).toBe("minutes_draft");
  expect(
    closed.body.room.parts.map((p: { owner: { organization: string; person: string; dueOn: string } }) => [
      p.owner.organization,
      p.owner.person,
      p.owner.dueOn,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ["和平苑物业", "吴琴", "2026-09-20"],
      ["和平苑业委会", "陈国强", "2026-10-20"],
      ["县住建局", "刘工", "2026-09-30"],
      ["光明路社区居委会", "何志远", "2026-09-10"],
    ]),
  );
  expect((await council.app.call("GET /matters/:matterId", { of: "matters", params: { matterId: council.matterId } })).body.state).toBe("decided");
});

test("a part without a lead may be put off with a reason and the next date instead", async () => {
  const decisionId = await decided();
  const opened = await recorder.send({ kind: "openParts", decisionId, parts: [{ title: "加固设计意见", standard: "书面意见" }] });
  const partId = opened.body.room.parts[0].id;

  const put = await recorder.send({ kind: "deferPart", partId, reason: "住建局要先看现场", reviewOn: "2026-09-16" });
  const closed = await recorder.send({ kind: "close" });

  expect(put.body.room.parts[0].deferred).toEqual({ reason: "住建局要先看现场", reviewOn: "2026-09-16" });
  expect(closed.status).toBe(200);
});

test("spending the maintenance fund by the council's vote keeps the warning with its citation and has no effect yet", async () => {
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "动用维修资金 8 万元重建挡土墙" })).body.outcomes[0].id;

  const { body } = await recorder.send({ kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 });

  expect(body.room.decisions).toMatchObject([
    { effect: "awaits_competent_body", warnings: [{ code: "maintenance_fund", competentBody: "owners_assembly", citation: "民法典第278条" }] },
  ]);
});

test("thirteen open nothing, the fourteenth does; and a vote after two left is refused until they are back", async () => {
  await recorder.comeIn(13);
  const thirteen = await recorder.send({ kind: "open" });
  await recorder.comeIn(14);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "先拆除" })).body.outcomes[0].id;
  await recorder.goOut(1);

  const lost = await recorder.send({ kind: "vote", motionId, attending: 13, yes: 13, no: 0, abstain: 0 });

  expect([thirteen.body.message, lost.body.code]).toEqual(["现在只有 13 人，不够 14 人，不能表决", "meetings.notQuorate"]);
  expect((await recorder.room()).body.motions[0].state).toBe("proposed");
});

test("the head-count is made anew at each vote: who left is not in the base, and a count that differs is refused", async () => {
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "先拆除" })).body.outcomes[0].id;
  await recorder.goOut(1);

  const codes = [
    (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 8, no: 7, abstain: 0 })).body.code,
    (await recorder.send({ kind: "vote", motionId, attending: 15, yes: 9, no: 7, abstain: 0 })).body.code,
  ];
  const { body } = await recorder.send({ kind: "vote", motionId, attending: 15, yes: 8, no: 7, abstain: 0 });

  expect(codes).toEqual(["meetings.headCountDiffers", "meetings.moreVotesThanPresent"]);
  expect(body.room.motions[0].tally).toMatchObject({ attending: 15, base: 15, arithmetic: "8×2 > 15" });
});

test("a tie is not adopted, and the meeting does not close over an item without a result", async () => {
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "先拆除" })).body.outcomes[0].id;
  const tied = await recorder.send({ kind: "vote", motionId, attending: 16, yes: 8, no: 8, abstain: 0 });

  const early = await recorder.send({ kind: "close" });
  await recorder.send({ kind: "deferItem", itemId, reason: "再听听住建局的意见" });
  const closed = await recorder.send({ kind: "close" });

  expect(tied.body.room.motions[0]).toMatchObject({ state: "rejected", tally: { result: "8 比 8，0 票弃权。8×2 ≤ 16，未通过。" } });
  expect([early.body.code, early.body.message]).toEqual(["meetings.itemsUnsettled", "还有 1 项没有结果：小区东侧挡土墙坍毁约 12 米"]);
  expect(closed.status).toBe(200);
});
