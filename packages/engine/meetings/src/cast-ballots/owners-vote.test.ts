import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";
import { households, pollOf } from "./test-poll.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

/** The council would spend the fund: its decision waits, and asks for the owners' vote. */
async function waitingDecision(): Promise<{ id: string; meetingId: string }> {
  const { app, bodyId, matterId } = council;
  const meetingId = await aMeeting(app, { bodyId, items: [{ matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  app.ports.setTime("2026-09-09T14:50");
  const recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "动用维修资金 8 万元重建挡土墙" })).body.outcomes[0].id;
  const voted = await recorder.send({ kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 });
  return { id: voted.body.room.decisions[0].id, meetingId };
}

async function linkedPoll(decisionId: string): Promise<ReturnType<typeof pollOf>> {
  const { body } = await council.app.call("POST /decisions/:decisionId/polls", { params: { decisionId }, body: { closesOn: "2026-10-16" } });
  return pollOf(council, body.id);
}

const effectOf = async (meetingId: string): Promise<string> =>
  (await council.app.call("GET /meetings/:meetingId/room", { params: { meetingId } })).body.decisions[0].effect;

/** What whoever raised the matter is told of it now: the stage, and what it means. */
async function toldNow(): Promise<[string, string]> {
  const { state, answer } = (await council.app.call("GET /matters/:matterId", { of: "matters", params: { matterId: council.matterId } })).body;
  return [state, answer];
}

async function castAll(poll: ReturnType<typeof pollOf>, yes: number, no: number): Promise<void> {
  const roll = await poll.roll();
  for (const [i, { id }] of roll.slice(0, yes + no).entries()) await poll.post("ballots", { unitId: id, choice: i < yes ? "yes" : "no", way: "paper" });
}

test("86 households with 9,460 ㎡: 60 with 6,500 ㎡ take part, 45 with 4,880 ㎡ agree, and the council's decision takes effect", async () => {
  const decision = await waitingDecision();
  const poll = await linkedPoll(decision.id);

  const roll = await poll.put("roll", { units: households });
  await poll.post("opening");
  await castAll(poll, 45, 15);
  const [before, toldBefore] = [await poll.show(), await toldNow()];
  const { body } = await poll.post("closing");

  expect(roll.body).toEqual({ units: 86, area: 946_000, unlinked: [], repeated: [] });
  expect(before).toMatchObject({
    rules: { id: "cn.owners.ordinary", isVerified: true, needsArea: true },
    units: 86,
    area: "9460",
    votedUnits: 60,
    votedArea: "6500",
  });
  expect(before.result).toBe(null);
  expect(body.result).toEqual({
    ...{ isQuorate: true, isAdopted: true, isTied: false, quorum: ["60×3 ≥ 86×2", "6500×3 ≥ 9460×2"], arithmetic: "45×2 > 60，4880×2 > 6500" },
    heads: { yes: "45", no: "15", abstain: "0", invalid: "0", unanswered: "0", members: "86", attending: "60" },
    area: { yes: "4880", no: "1620", abstain: "0", invalid: "0", unanswered: "0", members: "9460", attending: "6500" },
    needs: [
      { measure: "heads", yes: "45", need: "31" },
      { measure: "area", yes: "4880", need: "3250.01" },
    ],
  });
  expect(await effectOf(decision.meetingId)).toBe("effective");
  expect([toldBefore, await toldNow()]).toEqual([
    ["decided", "会上已经议定，还要等业主大会表决，之后才能办。"],
    ["decided", "会上已经议定，正在落实。"],
  ]);
});

const openPartsFor = (recorder: ReturnType<typeof recorderOf>, decisionId: string, title: string) =>
  recorder.send({ kind: "openParts", decisionId, parts: [{ title, standard: "墙体验收" }] });

test("57 households are too few: nothing is decided, the council's decision goes on waiting with its work, and there can be another vote", async () => {
  const decision = await waitingDecision();
  const recorder = recorderOf(council.app, decision.meetingId, "table");
  await openPartsFor(recorder, decision.id, "重建挡土墙");
  const poll = await linkedPoll(decision.id);
  await poll.put("roll", { units: households });
  await poll.post("opening");
  await castAll(poll, 45, 12);

  const { body } = await poll.post("closing");
  const again = await council.app.call("POST /decisions/:decisionId/polls", { params: { decisionId: decision.id }, body: {} });

  expect(body.result).toMatchObject({ isQuorate: false, isAdopted: false });
  expect(body.result.quorum[0]).toBe("57×3 < 86×2");
  expect([await effectOf(decision.meetingId), (await recorder.room()).body.parts.length, again.status]).toEqual(["awaits_competent_body", 1, 200]);
});

test("30 of 60 households are against it: the council's decision is refused, and the work prepared for it is withdrawn", async () => {
  const decision = await waitingDecision();
  const recorder = recorderOf(council.app, decision.meetingId, "table");
  const prepared = (await openPartsFor(recorder, decision.id, "重建挡土墙")).body.room.parts;
  const poll = await linkedPoll(decision.id);
  await poll.put("roll", { units: households });
  await poll.post("opening");
  await castAll(poll, 30, 30);

  const { body } = await poll.post("closing");
  const opened = await openPartsFor(recorder, decision.id, "另找钱重建");

  expect(body.result).toMatchObject({ isQuorate: true, isAdopted: false });
  expect(await effectOf(decision.meetingId)).toBe("refused");
  expect([prepared.length, (await recorder.room()).body.parts, opened.body.code]).toEqual([1, [], "meetings.decisionRefused"]);
  expect(await toldNow()).toEqual(["deferred", "会上还没有定下来，下次再商量。"]);
});

test("owners are told fifteen days before they vote; later only with the reason, which stays with the vote", async () => {
  const poll = await linkedPoll((await waitingDecision()).id);
  await poll.put("roll", { units: households });
  const open = (body: object) => poll.post("opening", body);
  const codes = [await open({}), await open({ noticedOn: "2026-08-25" }), await open({ noticedOn: "2026-10-01" })].map(({ body }) => [body.code, body.field]);
  const late = await open({ noticedOn: "2026-08-25", lateReason: "墙随时会塌" });

  expect(codes).toEqual([
    ["meetings.noticeDayNeeded", "body.noticedOn"],
    ["meetings.noticeLate", "body.lateReason"],
    ["meetings.dayToCome", "body.noticedOn"],
  ]);
  expect(late.status).toBe(200);
  expect(await poll.show()).toMatchObject({ state: "open", noticedOn: "2026-08-25", lateNotice: "墙随时会塌" });
});

test("a decision that waits gets one vote, by the rules its words ask for; one that does not wait gets none", async () => {
  const { id } = await waitingDecision();
  const first = await council.app.call("POST /decisions/:decisionId/polls", { params: { decisionId: id }, body: {} });
  const second = await council.app.call("POST /decisions/:decisionId/polls", { params: { decisionId: id }, body: {} });
  await pollOf(council, first.body.id).post("withdrawal", { reason: "名册还要核对" });
  const third = await council.app.call("POST /decisions/:decisionId/polls", { params: { decisionId: id }, body: {} });

  expect([first.status, second.body.code, third.status]).toEqual([200, "meetings.pollTwice", 200]);
});

test("the room leads to the owners' vote that was begun for a decision, and to none once that one is withdrawn", async () => {
  const decision = await waitingDecision();
  const pollNow = async () => (await council.app.call("GET /meetings/:meetingId/room", { params: { meetingId: decision.meetingId } })).body.decisions[0].pollId;
  const before = await pollNow();
  const poll = await linkedPoll(decision.id);
  const pollId: string = (await poll.show()).id;
  const begun = await pollNow();
  await poll.post("withdrawal", { reason: "名册不全" });

  expect([before, begun, await pollNow()]).toEqual([null, pollId, null]);
});

test("the last day is set freely before a vote opens, and after only later, with a reason that is shown, while it is not over", async () => {
  const poll = await linkedPoll((await waitingDecision()).id);
  const setDay = async (closesOn: string, reason?: string) => {
    const { status, body } = await poll.put("last-day", { closesOn, ...(reason && { reason }) });
    return body.code ? [body.code, body.field] : status;
  };
  await poll.put("roll", { units: households });

  const preparing = [await setDay("2026-09-08"), await setDay("2026-10-09")];
  await poll.post("opening");
  const open = [await setDay("2026-10-09", "再等等"), await setDay("2026-10-20"), await setDay("2026-10-20", "国庆外出的多")];
  const again = await setDay("2026-10-25", "还差三户");
  const shown = await poll.show();
  council.app.ports.setTime("2026-10-26T09:00");

  expect(preparing).toEqual([["meetings.timePast", "body.closesOn"], 200]);
  expect(open).toEqual([["meetings.lastDaySooner", "body.closesOn"], ["meetings.laterReasonNeeded", "body.reason"], 200]);
  expect([again, shown]).toMatchObject([200, { closesOn: "2026-10-25", firstClosesOn: "2026-10-09", laterReason: "国庆外出的多；还差三户" }]);
  expect(await setDay("2026-11-01", "再延")).toEqual(["meetings.pollOver", undefined]);
});

test("a vote whose last day is over before it opens is not opened, and is once it has another", async () => {
  const poll = await linkedPoll((await waitingDecision()).id);
  await poll.put("roll", { units: households });

  council.app.ports.setTime("2026-10-17T09:00");
  const late = await poll.post("opening");
  await poll.put("last-day", { closesOn: "2026-10-17" });
  const opened = await poll.post("opening");

  expect(late.body).toMatchObject({ code: "meetings.lastDayOver", remedy: "请先把收票的最后一天改到今天或以后" });
  expect([opened.status, (await poll.show()).state]).toEqual([200, "open"]);
});

test("a number on the roll of an owners' vote goes with the words of the meeting it came from, and the count still proves itself", async () => {
  const { id, meetingId } = await waitingDecision();
  const poll = await linkedPoll(id);
  await poll.put("roll", {
    units: [
      { label: "1栋101（19900001234）", area: "90" },
      { label: "1栋102", area: "90" },
    ],
  });
  await poll.post("opening");
  await castAll(poll, 2, 0);
  await poll.post("closing");

  const { body } = await council.app.call("POST /meetings/:meetingId/redactions", {
    params: { meetingId },
    body: { words: "19900001234", reason: "写错地方" },
  });

  expect(body.found).toEqual([{ kind: "polls", records: 1 }]);
  expect((await poll.roll()).map(({ label }) => label)).toEqual(["1栋101（〔已删去〕）", "1栋102"]);
  expect(await council.app.verify()).toEqual([]);
});

test("an owner's paper says whose it is, and the sheet counts areas beside heads by the rule of the law", async () => {
  const poll = await linkedPoll((await waitingDecision()).id);
  await poll.put("roll", { units: households.map((unit, i) => (i === 0 ? { ...unit, owner: "何志远" } : unit)) });
  await poll.post("opening");
  const params = { params: { pollId: (await poll.show()).id } };
  const papers = (await council.app.call("GET /polls/:pollId/ballot-papers", params)).text!;
  const empty = (await council.app.call("GET /polls/:pollId/tally-sheet", params)).text!;
  await castAll(poll, 45, 15);
  await poll.post("closing");
  const full = (await council.app.call("GET /polls/:pollId/tally-sheet", params)).text!;

  for (const told of ["1栋101", "108.44 ㎡", "业主：何志远", "签名：", "请在2026年10月16日以前交到社区办公室"]) expect(papers).toContain(told);
  for (const told of [
    "参加的户数要达到 2/3（86 户里至少 58 户）",
    "参加的面积要达到 2/3（9460 ㎡ 里至少 6306.67 ㎡）",
    "赞成的户数要超过 1/2、赞成的面积要超过 1/2",
  ])
    expect(empty).toContain(told);
  expect(full).toMatch(/参加面积<\/th>\s*<td>6500 ㎡/);
  expect(full).toContain('<td class="count">4880</td>');
});

test("words taken out beside a count make no new proof of it: a ballot changed in the database before stays named", async () => {
  const { id, meetingId } = await waitingDecision();
  const poll = await linkedPoll(id);
  await poll.put("roll", {
    units: [
      { label: "1栋101", area: "90" },
      { label: "1栋102", area: "90" },
    ],
  });
  await poll.post("opening");
  const params = { pollId: (await poll.show()).id };
  await council.app.call("PUT /polls/:pollId/last-day", { params, body: { closesOn: "2026-10-20", reason: "问 19900001234 的人还没回来" } });
  await castAll(poll, 2, 0);
  await poll.post("closing");
  await council.app.write("meetings", ({ db }) => db.updateTable("meetings_poll_ballot").set({ choice: "no" }).execute());

  const { body } = await council.app.call("POST /meetings/:meetingId/redactions", {
    params: { meetingId },
    body: { words: "19900001234", reason: "写错地方" },
  });

  expect(body.found).toEqual([{ kind: "polls", records: 1 }]);
  expect(await council.app.verify()).toEqual([`记下过的内容被改动过：表决计票 ${params.pollId}`]);
});
