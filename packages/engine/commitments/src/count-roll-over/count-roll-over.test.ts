import fc from "fast-check";
import { expect, test } from "vitest";
import { countRollOver, standAt, type Event, type Standing, type Turn } from "./count-roll-over.js";

const seed = 20261201;
const moment = (n: number): string => `2026-11-${String(1 + Math.floor(n / 24)).padStart(2, "0")}T${String(n % 24).padStart(2, "0")}:00:00.000Z`;
const next: Record<string, readonly Turn[]> = {
  open: ["close", "defer", "lead", "unlead", "merge", "withdraw", "void"],
  deferred: ["resume", "defer", "lead", "merge", "withdraw", "void"],
  closed: ["reopen"],
  merged: ["restore"],
  withdrawn: ["restore"],
};

/** Lives that the states allow, each with its events at rising hours. */
const lives: fc.Arbitrary<Event[][]> = fc
  .array(fc.record({ hours: fc.uniqueArray(fc.nat(400), { minLength: 1, maxLength: 12 }), picks: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }) }), {
    maxLength: 30,
  })
  .map((parts) =>
    parts.map(({ hours, picks }, index) => {
      const events: Event[] = [];
      for (const [i, hour] of [...hours].sort((a, b) => a - b).entries()) {
        const { standing } = standAt(events, moment(999));
        const choices = standing === "absent" ? (["open"] as const) : next[standing]!;
        events.push({ partId: `p${index}`, at: moment(hour), turn: choices[picks[i]! % choices.length]! });
      }
      return events;
    }),
  );
const cuts = fc.uniqueArray(fc.nat(400), { minLength: 2, maxLength: 6 }).map((hours) => [...hours].sort((a, b) => a - b).map(moment));
const left = ({ rolled, opened }: ReturnType<typeof countRollOver>) => rolled + opened;
const right = (s: ReturnType<typeof countRollOver>) => s.closed + s.open + s.deferred + s.merged + s.withdrawn;

/** The same by following one word for each part, event after event. */
function standingOf(events: readonly Event[], at: string): Standing {
  let word: Standing = "absent";
  for (const event of events) {
    if (event.at > at) break;
    if (["open", "reopen", "restore", "resume"].includes(event.turn)) word = "open";
    if (event.turn === "lead" && word === "deferred") word = "open";
    if (event.turn === "defer") word = "deferred";
    if (event.turn === "close") word = "closed";
    if (event.turn === "merge") word = "merged";
    if (event.turn === "withdraw" || event.turn === "void") word = "withdrawn";
  }
  return word;
}
const isUnfinished = (events: readonly Event[], at: string) => ["open", "deferred"].includes(standingOf(events, at));

test("what came onto a list is what became of it, whatever happened to the parts", () => {
  fc.assert(
    fc.property(lives, cuts, fc.constantFrom("since", "cut-off"), (histories, times, from) => {
      for (let i = 0; i + 1 < times.length; i++) {
        const sums = countRollOver(histories, { since: times[i]!, cutOff: times[i + 1]!, until: times.at(-1)!, from });

        expect(left(sums)).toBe(right(sums));
      }
    }),
    { seed, numRuns: 500 },
  );
});

test("what a period leaves open or put off is what rolls over into the next", () => {
  fc.assert(
    fc.property(lives, cuts, (histories, times) => {
      const periods = times.slice(1).map((until, i) => countRollOver(histories, { since: times[i]!, cutOff: until, until, from: "since" }));
      for (const [i, period] of periods.entries()) {
        expect(period.rolled).toBe(histories.filter((events) => isUnfinished(events, times[i]!)).length);
        expect(period.open + period.deferred).toBe(histories.filter((events) => isUnfinished(events, times[i + 1]!)).length);
        if (periods[i + 1]) expect(periods[i + 1]!.rolled).toBe(period.open + period.deferred);
      }
    }),
    { seed, numRuns: 500 },
  );
});

test("a meeting's list holds what was unfinished at its cut-off, no less and no more", () => {
  fc.assert(
    fc.property(lives, cuts, (histories, times) => {
      const [since, cutOff] = times as [string, string];
      const sums = countRollOver(histories, { since, cutOff, until: cutOff, from: "cut-off" });

      expect(left(sums)).toBe(histories.filter((events) => isUnfinished(events, cutOff)).length);
      expect([sums.closed, sums.merged, sums.withdrawn]).toEqual([0, 0, 0]);
    }),
    { seed, numRuns: 500 },
  );
});
