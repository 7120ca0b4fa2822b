import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftDay } from "./choose-light.js";
import { countLate, type Span } from "./count-late.js";

const start = "2026-09-01";
const day = (n: number) => shiftDay(start, n);
const listed = Array.from({ length: 120 }, (_, n) => day(n));

test("late are the working days after the due day on which it neither was blocked nor rested, however these overlap, as walking the days finds them", () => {
  const span = fc.record({ from: fc.nat(80), length: fc.option(fc.nat(30)) });
  const spans = fc.array(
    span.map(({ from, length }): Span => ({ fromOn: day(from), toOn: length === null ? null : day(from + length) })),
    { maxLength: 6 },
  );
  const worked = fc.array(fc.boolean(), { minLength: 120, maxLength: 120 });
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
