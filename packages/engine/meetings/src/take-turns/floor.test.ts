import fc from "fast-check";
import { expect, test } from "vitest";
import { stances, type Stance } from "../words.js";
import { askForFloor, emptyFloor, endSpeech, giveFloor, leaveFloor, orderSpeakers, secondsOf, speakingNow, timesSpoken, type Floor } from "./floor.js";

const at = (second: number): string => new Date(Date.UTC(2026, 8, 9, 7, 0, second)).toISOString();
const queued = (...asked: readonly [string, Stance][]): Floor =>
  asked.reduce((floor, [inviteeId, stance]) => askForFloor(floor, { inviteeId, stance }), emptyFloor);
const names = (floor: Floor): string =>
  orderSpeakers(floor, "i")
    .map(({ inviteeId }) => inviteeId)
    .join("");

test("for and against speak in turn, whoever asked first", () => {
  expect(names(queued(["a", "for"], ["b", "for"], ["c", "against"], ["d", "against"]))).toBe("acbd");
});

test("who has not spoken yet comes before who has", () => {
  const floor = giveFloor(queued(["a", "for"]), "a", "i", at(0));

  expect(names(askForFloor(askForFloor(floor, { inviteeId: "a", stance: "for" }), { inviteeId: "b", stance: "for" }))).toBe("ba");
});

test("one speaks at a time, and the clock runs with the speaker", () => {
  const first = giveFloor(queued(["a", "for"], ["b", "against"]), "a", "i", at(0));
  const second = giveFloor(first, "b", "i", at(72));

  expect(second.speeches.map((speech) => [speech.inviteeId, secondsOf(speech, at(100))])).toEqual([
    ["a", 72],
    ["b", 28],
  ]);
  expect([speakingNow(second)?.inviteeId, speakingNow(endSpeech(second, at(100))), timesSpoken(second, "a", "i")]).toEqual(["b", undefined, 1]);
});

test("who leaves neither speaks nor waits", () => {
  const floor = leaveFloor(giveFloor(queued(["a", "for"], ["b", "against"]), "a", "i", at(0)), "a", at(5));

  expect([speakingNow(floor), floor.queue.map(({ inviteeId }) => inviteeId)]).toEqual([undefined, ["b"]]);
  expect(leaveFloor(floor, "b", at(6)).queue).toEqual([]);
});

test("everyone who asked gets exactly one turn, and two of one side follow each other only when the other side waits no more among those as fresh", () => {
  const aQueue = fc.uniqueArray(fc.tuple(fc.constantFrom(..."abcdefgh"), fc.constantFrom(...stances)), { selector: ([id]) => id });
  fc.assert(
    fc.property(aQueue, (asked) => {
      const ordered = orderSpeakers(queued(...asked), "i");

      expect(ordered.map(({ inviteeId }) => inviteeId).sort()).toEqual(asked.map(([id]) => id).sort());
      ordered.forEach((one, i) => {
        const before = ordered
          .slice(0, i)
          .filter(({ stance }) => stance !== "neutral")
          .at(-1)?.stance;
        if (before === undefined || one.stance !== before) return;
        expect(ordered.slice(i).every(({ stance }) => stance === before)).toBe(true);
      });
    }),
    { seed: 5 },
  );
});
