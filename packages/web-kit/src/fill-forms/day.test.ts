import fc from "fast-check";
import { expect, test } from "vitest";
import { readDay, tidyDay } from "./day.js";

test.each(["2026年9月16日", "2026-9-16", "2026.09.16", "2026/9/16", "20260916", "２０２６年９月１６日", " 2026 年 9 月 16 日 ", "2026 9 16"])(
  "reads %s",
  (typed) => {
    expect(readDay(typed)).toBe("2026-09-16");
  },
);

test.each(["2026年2月30日", "2025-2-29", "20261301", "2026-4-31", "2026-0-1", "2026-1-0"])("says that no calendar has %s", (typed) => {
  expect(readDay(typed)).toBe("impossible");
});

test.each(["", "明天", "9月16日", "16/9/2026", "2026-9"])("does not guess at %s", (typed) => {
  expect(readDay(typed)).toBe("unreadable");
});

test("takes exactly the days that the calendar of the language has", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
      const inCalendar = new Date(Date.UTC(year, month - 1, day));
      const exists = inCalendar.getUTCFullYear() === year && inCalendar.getUTCMonth() === month - 1 && inCalendar.getUTCDate() === day;
      expect(readDay(`${year}-${month}-${day}`)).toBe(exists ? inCalendar.toISOString().slice(0, 10) : "impossible");
    }),
    { seed: 20260918, numRuns: 1000 },
  );
});

test("leaves a day that cannot be read as it was typed", () => {
  expect(tidyDay(" 2月30日 ")).toBe("2月30日");
  expect(tidyDay("1950.1.2")).toBe("1950-01-02");
});
