import fc from "fast-check";
import { expect, test } from "vitest";
import { foldCommands } from "./fold-commands.js";
import { isThere, whoIsThere } from "./live-meeting.js";
import type { MeetingCommand } from "./meeting-command.js";

const at = (minute: number): string => `2026-09-09T07:${String(minute).padStart(2, "0")}:00.000Z`;
const log = (...commands: readonly MeetingCommand[]) => commands.map((command, i) => ({ id: `c${i}`, at: at(i), command }));

test("attendance is kept as intervals: who left and came back was away in between", () => {
  const live = foldCommands(log({ kind: "checkIn", inviteeId: "a" }, { kind: "open" }, { kind: "leave", inviteeId: "a" }, { kind: "checkIn", inviteeId: "a" }));

  expect(live.stays.get("a")).toEqual([
    { from: at(0), to: at(2) },
    { from: at(3), to: null },
  ]);
  expect([isThere(live, "a"), isThere(live, "b"), live.openedAt]).toEqual([true, false, at(1)]);
});

test("a vote belongs to its motion and changes no other", () => {
  const live = foldCommands(
    log(
      { kind: "move", itemId: "i", text: " 先拆除 " },
      { kind: "move", itemId: "i", text: "缓一缓" },
      { kind: "vote", motionId: "c0", attending: 3, yes: 2, no: 1, abstain: 0 },
    ),
  );

  expect(live.motions).toEqual([
    { id: "c0", itemId: "i", text: "先拆除", vote: { at: at(2), attending: 3, yes: 2, no: 1, abstain: 0 }, recused: [], objections: [], withdrawn: null },
    { id: "c1", itemId: "i", text: "缓一缓", vote: null, recused: [], objections: [], withdrawn: null },
  ]);
});

test("whatever the order of coming and going, those there are those who came once more than they left", () => {
  const people = ["a", "b", "c"].map((id) => ({ id }));
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 40 }), (turns) => {
      const came = new Map<string, number>();
      const commands = turns.map((inviteeId): MeetingCommand => {
        came.set(inviteeId, (came.get(inviteeId) ?? 0) + 1);
        return { kind: came.get(inviteeId)! % 2 === 1 ? "checkIn" : "leave", inviteeId };
      });

      const there = whoIsThere(foldCommands(commands.map((command, i) => ({ id: `${i}`, at: at(i), command }))), people);

      expect(there.map(({ id }) => id)).toEqual(["a", "b", "c"].filter((id) => (came.get(id) ?? 0) % 2 === 1));
    }),
    { seed: 9 },
  );
});
