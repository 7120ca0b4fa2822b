import { expect, test } from "vitest";
import type { RoomAnswer } from "../api.js";
import type { MeetingCommand, SentCommand } from "../run-meeting/meeting-command.js";
import { loadChinese } from "../test-pages.js";
import { previewRoom } from "./preview-room.js";

loadChinese();
const person = (id: string, partyName: string, isThere: boolean, more: object = {}) => ({
  ...{ id, personId: `p-${id}`, name: `委员${id}`, partyName, kind: "voting", votes: true, marks: [], isThere, cameAt: null },
  ...more,
});
const room = {
  ...{ state: "in_session", currentItemId: "a", motions: [], decisions: [], parts: [], positions: [] },
  quorum: { members: 3, present: 2, need: 2, isQuorate: true, arithmetic: ["2×3 ≥ 3×2"], conditions: [], isVerified: true, isLocal: false },
  rules: {
    quorum: [{ of: "members", share: { op: "gte", fraction: [2, 3] } }],
    pass: { base: "attending", share: { op: "gt", fraction: [1, 2] }, measures: ["heads"] },
  },
  floor: { now: null, last: null, next: [], limit: { seconds: 120, times: 2 }, parties: [], queue: [], speeches: [] },
  remarks: [],
  parties: [
    { name: "居民", members: 2, present: 1 },
    { name: "物业", members: 1, present: 1 },
  ],
  people: [person("p", "居民", false), person("q", "居民", true), person("r", "物业", true), person("s", "居民", true, { kind: "observer", votes: false })],
  items: [
    { id: "a", state: "scheduled", deferReason: null, partId: null },
    { id: "b", state: "scheduled", deferReason: null, partId: "line" },
  ],
} as unknown as RoomAnswer;
const after = (...commands: readonly MeetingCommand[]) =>
  previewRoom(
    room,
    commands.map((command, sequence): SentCommand => ({ id: `c${sequence}`, device: "d", sequence, at: "2026-09-09T07:00:00.000Z", command })),
    (id) => `单位${id}`,
  );
const move = { kind: "move", itemId: "a", text: "先拆除" } as const;

test("a motion made without a network can be voted on: it has the id of its command, and who is there is its base", () => {
  const [motion] = after({ kind: "leave", inviteeId: "r" }, move).motions;

  expect(motion).toMatchObject({ id: "c1", itemId: "a", text: "先拆除", state: "proposed", tally: null, base: { members: 3, present: 1, isQuorate: false } });
});

test("who came and left is counted at once by the rules, by heads and by party, and observers are not", () => {
  const come = after({ kind: "checkIn", inviteeId: "p" }, { kind: "leave", inviteeId: "s" });
  const go = after({ kind: "leave", inviteeId: "q" });

  expect([come.quorum.present, come.quorum.arithmetic, come.parties.map(({ present }) => present)]).toEqual([3, ["3×3 ≥ 3×2"], [2, 1]]);
  expect([go.quorum.present, go.quorum.isQuorate, go.quorum.arithmetic]).toEqual([1, false, ["1×3 < 3×2"]]);
});

test("who steps aside is out of the base of that motion alone, until that is taken back", () => {
  const aside = after(move, { kind: "recuse", motionId: "c0", inviteeId: "q", reason: "亲属" });
  const back = after(move, { kind: "recuse", motionId: "c0", inviteeId: "q", reason: "亲属" }, { kind: "endRecusal", motionId: "c0", inviteeId: "q" });

  expect([aside.motions[0]!.base, aside.quorum.present]).toEqual([{ members: 2, present: 1, isQuorate: false }, 2]);
  expect(back.motions[0]!.base).toEqual({ members: 3, present: 2, isQuorate: true });
});

test("an adopted motion is a decision under the id of the vote, whose parts have the ids the device gave and are led by name", () => {
  const shown = after(
    move,
    { kind: "vote", motionId: "c0", attending: 2, yes: 2, no: 0, abstain: 0 },
    { kind: "openParts", decisionId: "c1", parts: [{ id: "part", title: "清运", standard: "不留垃圾" }] },
    { kind: "claim", partId: "part", origin: "claimed", ownerOrganizationId: "o", ownerId: "p-q", dueOn: "2026-09-20", supportingOrganizationIds: [] },
  );

  expect(shown.motions[0]).toMatchObject({ state: "adopted", tally: { arithmetic: "2×2 > 2", result: "2 票赞成、0 票反对、0 票弃权。2×2 > 2，通过。" } });
  expect(shown.decisions).toMatchObject([{ id: "c1", itemId: "a", serial: 1, text: "先拆除", effect: "unsent" }]);
  expect([shown.items[0]!.state, shown.parts]).toMatchObject([
    "decided",
    [{ id: "part", decisionId: "c1", owner: { organization: "单位o", person: "委员q" } }],
  ]);
});

test("a motion that falls is no decision, and one that nobody is against is", () => {
  const fallen = after(move, { kind: "vote", motionId: "c0", attending: 2, yes: 1, no: 1, abstain: 0 });
  const agreed = after(move, { kind: "consent", motionId: "c0", attending: 2 });

  expect([fallen.motions[0]!.state, fallen.decisions]).toEqual(["rejected", []]);
  expect([agreed.motions[0]!.tally!.result, agreed.decisions.length]).toEqual(["无异议通过（在场 2 人，没有人反对）。", 1]);
});

test("what is on, what was put off and how the meeting stands show at once", () => {
  const shown = after(
    { kind: "finishItem", itemId: "a" },
    { kind: "takeUp", itemId: "b" },
    { kind: "deferItem", itemId: "b", reason: "缺图纸" },
    { kind: "close" },
  );

  expect([shown.currentItemId, shown.items.map(({ state }) => state), shown.items[1]!.deferReason, shown.state]).toEqual([
    ...["b", ["discussed", "deferred"], "缺图纸"],
    "minutes_draft",
  ]);
});

test("a line of the ledger that is put off settles its item", () => {
  const shown = after({ kind: "deferPart", partId: "line", reason: "等住建局", reviewOn: "2026-10-01" });

  expect(shown.items[1]).toMatchObject({ state: "deferred", deferReason: "等住建局" });
});

test("papers are counted by the server alone", () => {
  expect(after({ kind: "countPoll", motionId: "m", pollId: "x" })).toBe(room);
});

test("who asks to speak waits, who gets the floor speaks, and the next item begins with nobody waiting", () => {
  const asked = after({ kind: "askToSpeak", inviteeId: "q", stance: "for" }, { kind: "askToSpeak", inviteeId: "r", stance: "against" });
  const given = after(
    { kind: "askToSpeak", inviteeId: "q", stance: "for" },
    { kind: "askToSpeak", inviteeId: "r", stance: "against" },
    { kind: "startSpeech", inviteeId: "q" },
    { kind: "leave", inviteeId: "r" },
  );
  const moved = after({ kind: "startSpeech", inviteeId: "q" }, { kind: "takeUp", itemId: "b" });

  expect(asked.floor.next.map(({ inviteeId, times }) => [inviteeId, times])).toEqual([
    ["q", 0],
    ["r", 0],
  ]);
  expect([given.floor.now, given.floor.next]).toEqual([{ inviteeId: "q", stance: "for", from: "2026-09-09T07:00:00.000Z", times: 1 }, []]);
  expect(given.floor.parties).toEqual([
    { name: "居民", seconds: 0, speeches: 1 },
    { name: "物业", seconds: 0, speeches: 0 },
  ]);
  expect([moved.floor.now, moved.floor.parties[0]!.speeches]).toEqual([null, 0]);
});

test("what is said at an evening talk stands at once, its matter without a number", () => {
  const [remark] = after({ kind: "remark", itemId: "a", words: "路灯坏了", inviteeId: "q" }).remarks;

  expect(remark).toEqual({ id: "c0", itemId: "a", words: "路灯坏了", inviteeId: "q", answer: null, matter: { id: "", number: "", replyBy: null } });
});
