import { expect, test } from "vitest";
import type { RoomAnswer } from "../api.js";
import type { MeetingCommand, SentCommand } from "../run-meeting/meeting-command.js";
import { previewRoom } from "./preview-room.js";

const room = {
  ...{ state: "in_session", currentItemId: "a", motions: [], quorum: { members: 3, present: 2, isQuorate: true } },
  people: [{ id: "p", isThere: false, cameAt: null }],
  items: [
    { id: "a", state: "scheduled", deferReason: null },
    { id: "b", state: "scheduled", deferReason: null },
  ],
} as unknown as RoomAnswer;
const after = (...commands: readonly MeetingCommand[]) =>
  previewRoom(
    room,
    commands.map((command, sequence): SentCommand => ({ id: `c${sequence}`, device: "d", sequence, at: "2026-09-09T07:00:00.000Z", command })),
  );

test("a motion made without a network can be voted on: it has the id of its command", () => {
  expect(after({ kind: "move", itemId: "a", text: "先拆除" }).motions).toMatchObject([
    { id: "c0", itemId: "a", text: "先拆除", state: "proposed", tally: null },
  ]);
});

test("who came, what is on and what was put off show at once, while the numbers stay the server's", () => {
  const shown = after(
    { kind: "checkIn", inviteeId: "p" },
    { kind: "finishItem", itemId: "a" },
    { kind: "takeUp", itemId: "b" },
    { kind: "deferItem", itemId: "b", reason: "缺图纸" },
  );

  expect([shown.people[0]!.isThere, shown.currentItemId, shown.items.map(({ state }) => state), shown.items[1]!.deferReason]).toEqual([
    true,
    "b",
    ["discussed", "deferred"],
    "缺图纸",
  ]);
  expect(shown.quorum).toBe(room.quorum);
});

test("what is counted is left to the server", () => {
  expect(after({ kind: "vote", motionId: "m", attending: 2, yes: 2, no: 0, abstain: 0 })).toBe(room);
});
