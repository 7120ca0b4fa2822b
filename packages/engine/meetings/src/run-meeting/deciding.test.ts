import { aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pollOf } from "../cast-ballots/test-poll.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { textOfDocument } from "../test-documents.js";
import { aMeeting } from "../testing.js";
import { recorderOf, type Recorder } from "./test-recorder.js";

let council: Council<Running>;
let meetingId: string;
let recorder: Recorder;
let motionId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ matterId: council.matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  await recorder.send({ kind: "takeUp", itemId });
  motionId = (await recorder.send({ kind: "move", itemId, text: "先拆除清理" })).body.outcomes[0].id;
});
afterEach(() => council.app.close());

interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly isThere: boolean;
}
const inviteeOf = async (name: string): Promise<string> => (await recorder.room()).body.people.find((person: Person) => person.name === name).id;
const motionNow = async () => (await recorder.room()).body.motions[0];

test("who steps aside is in neither the base nor the quorum of that motion, and in both of the next", async () => {
  await recorder.send({ kind: "recuse", motionId, inviteeId: await inviteeOf("陈国强"), reason: "是施工方的亲属" });

  const aside = await motionNow();
  const asBefore = await recorder.send({ kind: "vote", motionId, attending: 16, yes: 8, no: 8, abstain: 0 });
  const voted = await recorder.send({ kind: "vote", motionId, attending: 15, yes: 8, no: 7, abstain: 0 });
  const itemId = voted.body.room.items[0].id;
  const next = await recorder.send({ kind: "move", itemId, text: "停车另议" });

  expect([aside.base, aside.recused[0].reason]).toEqual([{ members: 20, present: 15, isQuorate: true }, "是施工方的亲属"]);
  expect(asBefore.body.code).toBe("meetings.headCountDiffers");
  expect(voted.body.room.motions[0]).toMatchObject({ state: "adopted", tally: { members: 20, attending: 15, arithmetic: "8×2 > 15" } });
  expect(next.body.room.motions[1].base).toEqual({ members: 21, present: 16, isQuorate: true });
});

test("consent needs that nobody objects; an objection that was answered and withdrawn stays in the record", async () => {
  const inviteeId = await inviteeOf("吴琴");
  const { body } = await recorder.send({ kind: "object", motionId, inviteeId, reason: "清运的钱谁出？" });
  const objectionId = body.outcomes[0].id;

  const stands = await recorder.send({ kind: "consent", motionId, attending: 16 });
  await recorder.send({ kind: "answerObjection", objectionId, answer: "由物业垫付，账目公示", isWithdrawn: true });
  const done = await recorder.send({ kind: "consent", motionId, attending: 16 });

  expect([stands.body.code, done.status]).toEqual(["meetings.objectionStands", 200]);
  expect(done.body.room.motions[0]).toMatchObject({
    state: "adopted",
    tally: { result: "无异议通过（在场 16 人，没有人反对）。" },
    objections: [{ inviteeId, reason: "清运的钱谁出？", answer: "由物业垫付，账目公示", isWithdrawn: true }],
  });
  expect(done.body.room.decisions).toMatchObject([{ arithmetic: "在场 16 人，无异议" }]);
});

test("a secret ballot on a motion: those there are the roll, the box is counted, and the result prints its arithmetic", async () => {
  const opened = await council.app.call("POST /meetings/:meetingId/motions/:motionId/polls", { params: { meetingId, motionId }, body: { isSecret: true } });
  const pollId: string = opened.body.id;
  const poll = pollOf(council, pollId);
  const early = await recorder.send({ kind: "countPoll", motionId, pollId });
  await poll.post("papers", { unitIds: (await poll.roll()).map(({ id }) => id) });
  await poll.put("paper-box", { yes: 9, no: 5, abstain: 1, invalid: [{ reason: "两项都勾了", papers: 1 }] });
  await poll.post("closing");

  const { body } = await recorder.send({ kind: "countPoll", motionId, pollId });

  expect([(await poll.roll()).length, early.body.code]).toEqual([16, "meetings.pollNotCounted"]);
  expect(body.room.motions[0]).toMatchObject({
    state: "adopted",
    tally: { members: 21, attending: 16, yes: 9, no: 5, abstain: 1, invalid: 1, arithmetic: "9×2 > 16" },
  });
  expect(body.room.motions[0].tally.result).toBe("9 票赞成、5 票反对、1 票弃权。9×2 > 16，通过。另有废票 1 张。");
  const sheet = (await council.app.call("GET /meetings/:meetingId/tally-sheet", { params: { meetingId } })).text;
  expect(["两项都勾了", "1 张", "16 张"].map((words) => sheet.includes(words))).toEqual([true, true, true]);
});

test("for and against speak in turn, each party's time is summed, and a third speech needs the chair's word", async () => {
  const [chen, wu, he] = [await inviteeOf("陈国强"), await inviteeOf("吴琴"), await inviteeOf("何志远")];
  const at = (time: string) => council.app.ports.setTime(`2026-09-09T${time}`);
  await recorder.send({ kind: "askToSpeak", inviteeId: chen, stance: "for" });
  await recorder.send({ kind: "askToSpeak", inviteeId: wu, stance: "for" });
  await recorder.send({ kind: "askToSpeak", inviteeId: he, stance: "against" });
  at("15:10");
  await recorder.send({ kind: "startSpeech", inviteeId: chen });
  at("15:12");
  await recorder.send({ kind: "startSpeech", inviteeId: he });
  at("15:13");
  const { floor } = (await recorder.send({ kind: "endSpeech" })).body.room;
  await recorder.send({ kind: "startSpeech", inviteeId: chen });
  const third = await recorder.send({ kind: "startSpeech", inviteeId: chen });
  const granted = await recorder.send({ kind: "startSpeech", inviteeId: chen, isGranted: true });

  expect(floor).toMatchObject({ now: null, last: { inviteeId: he }, next: [{ inviteeId: wu, stance: "for", times: 0 }], limit: { seconds: 120, times: 2 } });
  expect(floor.parties.filter(({ speeches }: { speeches: number }) => speeches > 0)).toEqual([
    { name: "业委会", seconds: 120, speeches: 1 },
    { name: "居民代表", seconds: 60, speeches: 1 },
  ]);
  expect([third.body.code, granted.status]).toEqual(["meetings.spokenEnough", 200]);
});

test("who spoke to an item from when to when stands in the record with party and stance, also when another item was taken up meanwhile", async () => {
  const chen = await inviteeOf("陈国强");
  const itemId = (await recorder.room()).body.items[0].id;
  const at = (time: string) => council.app.ports.setTime(`2026-09-09T${time}`);
  await recorder.send({ kind: "askToSpeak", inviteeId: chen, stance: "for" });
  at("15:10");
  await recorder.send({ kind: "startSpeech", inviteeId: chen });
  at("15:13");
  await recorder.send({ kind: "takeUp", itemId });
  await recorder.send({ kind: "endSpeech" });
  await recorder.send({ kind: "vote", motionId, attending: 16, yes: 14, no: 1, abstain: 1 });
  at("15:40");
  await recorder.send({ kind: "close" });

  const record = await textOfDocument(council.app, `/api/meetings/meetings/${meetingId}/record.docx`);
  expect(record).toContain("发言，15:10—15:13");
  expect(record).toContain("举手表决，应到 21 人");
  expect(record).toContain("2026年9月9日 15:00—15:40");
});

test("each party's position on an item is kept, the later word in the place of the earlier", async () => {
  const itemId = (await recorder.room()).body.items[0].id;
  const say = (partyName: string, stance: string, words: string) => recorder.send({ kind: "position", itemId, partyName, stance, words });
  await say("物业", "against", "没有钱");
  await say("业委会", "for", "先拆再建");
  const { body } = await say("物业", "for", "同意，清运由物业办");
  const unknown = await say("城管局", "for", "同意");

  expect(body.room.positions.map(({ partyName, stance, words }: Record<string, string>) => [partyName, stance, words])).toEqual([
    ["业委会", "for", "先拆再建"],
    ["物业", "for", "同意，清运由物业办"],
  ]);
  expect(unknown.body.code).toBe("meetings.partyUnknown");
});

test("who sits in for a member votes in a council, and only sits where the rules know no delegated votes", async () => {
  const { app, bodyId } = council;
  const substituteId = await aPerson(app, { fullName: "吴小琴" });
  await app.call("POST /bodies/:bodyId/rules", { params: { bodyId }, body: { packId: "cn.villager_reps.2026", fromOn: "2026-09-10" } });
  const present = async (day: string): Promise<number> => {
    const id = await aMeeting(app, { bodyId, startsAt: `${day}T20:00` });
    const desk = recorderOf(app, id, day);
    const member = (await desk.room()).body.people.find((person: Person) => person.name === "吴琴").id;
    const params = { meetingId: id, inviteeId: member };
    await app.call("POST /meetings/:meetingId/invitees/:inviteeId/answer", { params, body: { answer: "not_coming", substituteId } });
    app.ports.setTime(`${day}T19:50`);
    await desk.send({ kind: "checkIn", inviteeId: member });
    const { people, quorum } = (await desk.room()).body;
    expect(people.find((person: Person) => person.id === member)).toMatchObject({ isThere: true, substituteName: "吴小琴" });
    return quorum.present;
  };

  expect([await present("2026-09-09"), await present("2026-09-12")]).toEqual([1, 0]);
});

test("while papers are out on a motion nobody steps aside from it and no hands or silence decide it; once the papers are withdrawn they do", async () => {
  const inviteeId = await inviteeOf("陈国强");
  const opened = await council.app.call("POST /meetings/:meetingId/motions/:motionId/polls", { params: { meetingId, motionId }, body: { isSecret: false } });
  const commands = [
    { kind: "recuse", motionId, inviteeId, reason: "是施工方的亲属" },
    { kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 },
    { kind: "consent", motionId, attending: 16 },
  ];

  const refused = [];
  for (const command of commands) refused.push((await recorder.send(command)).body);
  const poll = pollOf(council, opened.body.id);
  await poll.post("withdrawal", { reason: "有人要回避，重新来" });
  const aside = await recorder.send(commands[0]!);
  const again = await council.app.call("POST /meetings/:meetingId/motions/:motionId/polls", { params: { meetingId, motionId }, body: { isSecret: false } });

  expect(refused.map(({ code, field }) => [code, field])).toEqual(Array(3).fill(["meetings.pollUnderWay", "command.motionId"]));
  expect(aside.status).toBe(200);
  expect((await pollOf(council, again.body.id).roll()).length).toBe(15);
});

test("too few are left for a vote: the motion is withdrawn with the reason, the item put off, and the meeting closes", async () => {
  await recorder.goOut(4);
  const vote = await recorder.send({ kind: "vote", motionId, attending: 12, yes: 12, no: 0, abstain: 0 });
  const { id: itemId } = (await recorder.room()).body.items[0];
  const early = [await recorder.send({ kind: "deferItem", itemId, reason: "人不够" }), await recorder.send({ kind: "close" })];
  const withdrawn = await recorder.send({ kind: "withdrawMotion", motionId, reason: "走了四位，人不够" });
  const late = await recorder.send({ kind: "vote", motionId, attending: 12, yes: 12, no: 0, abstain: 0 });
  await recorder.send({ kind: "deferItem", itemId, reason: "人不够" });
  const closed = await recorder.send({ kind: "close" });
  const record = await textOfDocument(council.app, `/api/meetings/meetings/${meetingId}/record.docx`);

  expect([vote, ...early, late].map(({ body }) => body.code)).toEqual([
    ...["meetings.notQuorate", "meetings.motionOpen", "meetings.motionOpen", "meetings.motionVoted"],
  ]);
  expect(withdrawn.body.room.motions[0]).toMatchObject({ state: "withdrawn", withdrawn: "走了四位，人不够", tally: null });
  expect(closed.status).toBe(200);
  expect(record).toContain("“先拆除清理”撤回，没有表决：走了四位，人不够");
});

test("a recusal entered for the wrong person is taken back, and what somebody who steps aside objects does not keep the others from agreeing", async () => {
  const [chen, wu] = [await inviteeOf("陈国强"), await inviteeOf("吴琴")];
  await recorder.send({ kind: "recuse", motionId, inviteeId: chen, reason: "记错了" });
  const back = await recorder.send({ kind: "endRecusal", motionId, inviteeId: chen });
  const twice = await recorder.send({ kind: "endRecusal", motionId, inviteeId: chen });
  await recorder.send({ kind: "object", motionId, inviteeId: wu, reason: "清运的钱谁出？" });
  await recorder.send({ kind: "recuse", motionId, inviteeId: wu, reason: "是施工方的亲属" });
  const object = await recorder.send({ kind: "object", motionId, inviteeId: wu, reason: "还是不同意" });
  const consent = await recorder.send({ kind: "consent", motionId, attending: 15 });

  expect(back.body.room.motions[0]).toMatchObject({ recused: [], base: { members: 21, present: 16, isQuorate: true } });
  expect([twice.body.code, object.body.code, consent.status]).toEqual(["meetings.notRecused", "meetings.alreadyRecused", 200]);
  expect(consent.body.room.motions[0].objections).toMatchObject([{ reason: "清运的钱谁出？", isWithdrawn: false }]);
});
