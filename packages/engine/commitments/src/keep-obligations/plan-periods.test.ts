import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftDay } from "../measure-time/choose-light.js";
import { cadenceUnits, findPeriod, judgePeriod, planPeriods, type Duty } from "./plan-periods.js";

const seed = 20261130;
const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => shiftDay("2024-01-01", days));
const duties: fc.Arbitrary<Duty> = fc
  .record({
    unit: fc.constantFrom(...cadenceUnits),
    every: fc.integer({ min: 1, max: 4 }),
    isAligned: fc.boolean(),
    floor: fc.integer({ min: 1, max: 5 }),
    fromOn: anyDay,
    length: fc.option(fc.integer({ min: 0, max: 800 })),
  })
  .map(({ fromOn, length, floor, ...cadence }) => ({ cadence, floor, fromOn, toOn: length === null ? null : shiftDay(fromOn, length) }));

test("periods follow each other without a gap, cover the obligation, and never ask for more than its floor", () => {
  fc.assert(
    fc.property(duties, fc.integer({ min: 0, max: 900 }), (duty, length) => {
      const until = shiftDay(duty.fromOn, length);
      const periods = planPeriods(duty, duty.fromOn, until);
      const end = duty.toOn !== null && duty.toOn < until ? duty.toOn : until;

      expect(periods[0]!.fromOn).toBe(duty.fromOn);
      expect(periods.at(-1)!.fromOn <= end && periods.at(-1)!.toOn >= end).toBe(true);
      for (const [i, period] of periods.entries()) {
        if (i > 0) expect(period.fromOn).toBe(shiftDay(periods[i - 1]!.toOn, 1));
        expect(period.floor >= 0 && period.floor <= duty.floor).toBe(true);
        if (i > 0 && i < periods.length - 1) expect(period.floor).toBe(duty.floor);
      }
    }),
    { seed, numRuns: 400 },
  );
});

test("the period of a day is the one of the plan that holds it", () => {
  fc.assert(
    fc.property(duties, anyDay, (duty, on) => {
      const planned = planPeriods(duty, duty.fromOn, on).find(({ fromOn, toOn }) => fromOn <= on && on <= toOn);

      expect(findPeriod(duty, on)).toEqual(planned);
    }),
    { seed, numRuns: 400 },
  );
});

test("a calendar month asks for its floor, and the half of one that is left for half of it, rounded down", () => {
  const duty: Duty = { cadence: { unit: "month", every: 1, isAligned: true }, floor: 4, fromOn: "2026-09-16", toOn: "2026-11-10" };

  expect(planPeriods(duty, "2026-09-01", "2026-12-31")).toEqual([
    { fromOn: "2026-09-16", toOn: "2026-09-30", floor: 2 },
    { fromOn: "2026-10-01", toOn: "2026-10-31", floor: 4 },
    { fromOn: "2026-11-01", toOn: "2026-11-10", floor: 1 },
  ]);
});

test("months counted from a 31st come back to the 31st", () => {
  const duty: Duty = { cadence: { unit: "month", every: 1, isAligned: false }, floor: 1, fromOn: "2026-01-31", toOn: null };

  expect(planPeriods(duty, "2026-01-31", "2026-04-01").map(({ fromOn }) => fromOn)).toEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
});

test("weeks begin on Monday", () => {
  const duty: Duty = { cadence: { unit: "week", every: 1, isAligned: true }, floor: 1, fromOn: "2026-11-26", toOn: null };

  expect(planPeriods(duty, "2026-11-26", "2026-12-07")).toEqual([
    { fromOn: "2026-11-26", toOn: "2026-11-29", floor: 0 },
    { fromOn: "2026-11-30", toOn: "2026-12-06", floor: 1 },
    { fromOn: "2026-12-07", toOn: "2026-12-13", floor: 1 },
  ]);
});

test.each([
  [0, false, "2026-11-30", "due"],
  [0, false, "2026-12-01", "missed"],
  [1, false, "2026-12-01", "missed"],
  [2, false, "2026-12-01", "done"],
  [0, true, "2026-12-01", "excused"],
  [2, true, "2026-11-02", "done"],
] as const)("with two asked for in November, %i done (excused: %s) stands on %s as %s", (done, isExcused, today, standing) => {
  expect(judgePeriod({ fromOn: "2026-11-01", toOn: "2026-11-30", floor: 2 }, done, isExcused, today)).toBe(standing);
});
