import fc from "fast-check";
import { expect, test } from "vitest";
import { freeMinutes, isTwice, type Served } from "./free-minutes.js";

const seed = 20261127;
const at = (minute: number): string => new Date(Date.UTC(2026, 8, 17, 0, minute)).toISOString();
const stretch = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 6 })).map(([from, long]) => ({ from: at(from), to: at(from + long) }));
const minuteOf = (instant: string): number => (Date.parse(instant) - Date.UTC(2026, 8, 17)) / 60_000;

/** Minute by minute, whoever must be done first is served first: the known way to fit all in, if there is any. */
function fits(all: readonly Served[]): boolean {
  const left = all.map(({ minutes }) => minutes);
  for (let now = 0; now < 20; now++) {
    const open = all.flatMap(({ from, to }, i) => (left[i]! > 0 && minuteOf(from) <= now && now < minuteOf(to) ? [{ i, to }] : []));
    const next = open.sort((a, b) => (a.to < b.to ? -1 : 1))[0];
    if (next) left[next.i]!--;
  }
  return left.every((minutes) => minutes === 0);
}

test("who was at two places from 8:30 to 10:30 and from 9:30 to 11:30 has three hours and not four", () => {
  const first = { from: at(0), to: at(120), minutes: 120 };

  expect(freeMinutes({ from: at(60), to: at(180) }, [first])).toBe(60);
  expect(freeMinutes({ from: at(60), to: at(180) }, [{ ...first, minutes: 30 }])).toBe(120);
  expect(isTwice([first, { from: at(60), to: at(180), minutes: 61 }])).toBe(true);
});

test(`the minutes still free are as many as fit on the clock, tried minute by minute (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 4 }), stretch, fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }), (stretches, mine, drawn) => {
      const others: Served[] = [];
      for (const [i, one] of stretches.entries()) others.push({ ...one, minutes: Math.min(drawn[i]!, freeMinutes(one, others)) });

      const free = freeMinutes(mine, others);

      const tried = Array.from({ length: 7 }, (_, minutes) => fits([...others, { ...mine, minutes }]));
      expect(free).toBe(tried.lastIndexOf(true));
      expect(tried.map((_, minutes) => !isTwice([...others, { ...mine, minutes }]))).toEqual(tried);
    }),
    { seed, numRuns: 2000 },
  );
});
