import fc from "fast-check";
import { expect, test } from "vitest";
import { randomCase } from "../oracle/random-case.js";
import { allSlots, minutesOf } from "../oracle/slot-oracle.js";
import { listSweeps } from "../oracle/sweep.js";
import { propose } from "../propose-slots/propose.js";
import type { Rule } from "../proposal.js";

const nameOf = (rule: Rule): string => (rule.id === undefined ? rule.kind : `${rule.kind}:${rule.id}`);

function blockedCase(seed: number): ReturnType<typeof randomCase> & { offer: ReturnType<typeof propose> } {
  for (let at = seed; ; at++) {
    const { problem, meeting } = randomCase(at, 3);
    const offer = propose(problem, meeting);
    if (offer.kind === "blocked") return { problem, meeting, offer };
  }
}

const truly = "explains $runs impossible meetings (seed $seed) truly: every set closes all, dropping one rule opens, every relaxation opens its slot";

test.each(listSweeps(4711, 500))(
  truly,
  ({ seed, runs }) => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (drawn) => {
        const { problem, meeting, offer } = blockedCase(drawn);
        const slots = allSlots(problem, meeting);
        const isOpenUnder = (rules: readonly string[]): boolean => slots.some((slot) => !slot.closed.some((rule) => rules.includes(rule)));

        const { blocking, relax } = offer.kind === "blocked" ? offer.diagnosis : { blocking: [], relax: [] };

        expect(blocking.length).toBeGreaterThan(0);
        for (const block of blocking) {
          const names = block.map(nameOf);
          expect(isOpenUnder(names)).toBe(false);
          for (const name of names) expect(isOpenUnder(names.filter((one) => one !== name))).toBe(true);
        }
        const fewest = Math.min(...slots.map((slot) => slot.closed.length));
        expect(relax.length).toBeGreaterThan(0);
        for (const one of relax) {
          const slot = slots.find((s) => s.start === minutesOf(one.start) && s.venue?.id === one.venue)!;
          expect([...slot.closed].sort()).toEqual(one.rules.map(nameOf).sort());
          expect(slot.closed.length).toBe(fewest);
        }
      }),
      { numRuns: runs, seed },
    );
  },
  300_000,
);

test("names the two required people whose calendars never meet, and what a deputy for either would open", () => {
  const problem = {
    horizon: { start: "2026-09-08", days: 1, from: "09:00", to: "17:00" },
    people: [
      { id: "secretary", busy: [{ from: "2026-09-08T14:00", to: "2026-09-08T17:00" }] },
      { id: "property-manager", busy: [{ from: "2026-09-08T09:00", to: "2026-09-08T14:00" }] },
      { id: "clerk" },
    ],
    venues: [],
    meetings: [],
  };

  const offer = propose(problem, { id: "m", minutes: 60, required: ["clerk", "secretary", "property-manager"] });

  expect(offer.kind === "blocked" && offer.diagnosis.blocking.map((block) => block.map(nameOf))).toEqual([["person:secretary", "person:property-manager"]]);
  expect(offer.kind === "blocked" && offer.diagnosis.relax.map((one) => [one.rules.map(nameOf), one.start])).toEqual([
    [["person:property-manager"], "2026-09-08T09:00+08:00"],
    [["person:secretary"], "2026-09-08T14:00+08:00"],
  ]);
});
