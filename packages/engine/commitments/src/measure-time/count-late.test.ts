import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftDay } from "./choose-light.js";
import { countLate, type Span } from "./count-late.js";

const start = "2026-09-01";
const day = (n: number) => shiftDay(start, n);
const listed = Array.from({ length: 90 }, (_, n) => day(n));

test("late are the working days after the due day on which nothing blocked the owner, as walking the days finds them", () => {
  const spans = fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { maxLength: 6 }).map((ends) => {
    const sorted = [...ends].sort((a, b) => a - b);
    const whole = sorted.flatMap((from, i): Span[] => (i % 2 === 0 && sorted[i + 1] !== undefined ? [{ fromOn: day(from), toOn: day(sorted[i + 1]!) }] : []));
    return sorted.length % 2 === 1 ? [...whole, { fromOn: day(sorted.at(-1)!), toOn: null }] : whole;
  });
  const worked = fc.array(fc.boolean(), { minLength: 90, maxLength: 90 });
  fc.assert(
    fc.property(fc.nat(80), fc.nat(80), spans, worked, (due, now, blocks, isWorked) => {
      const works = (one: string) => isWorked[listed.indexOf(one)]!;
      const isBlocked = (one: string) => blocks.some(({ fromOn, toOn }) => one >= fromOn && (toOn === null || one < toOn));
      const expected = listed.filter((one) => one > day(due) && one <= day(now) && works(one) && !isBlocked(one)).length;
      const countBetween = (from: string, to: string) => listed.filter((one) => one > from && one <= to && works(one)).length;

      expect(countLate(day(due), day(now), blocks, countBetween)).toBe(expected);
    }),
    { seed: 20261012, numRuns: 500 },
  );
});

test("where a year is not loaded nobody says by how much", () => {
  expect(countLate("2026-12-30", "2027-01-05", [], () => undefined)).toBeUndefined();
});
