import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftDay } from "./choose-light.js";
import { findWorkingDays, workingCalendar } from "./working-calendar.js";

const off = ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"];
const worked = ["2026-09-20", "2026-10-10"];
const days = [...off.map((date) => ({ date, isOffDay: true, name: "假" })), ...worked.map((date) => ({ date, isOffDay: false, name: "调休" }))];
const calendar = workingCalendar([{ year: 2026, days }]);

/** By asking of each day: announced, or else Monday to Friday. */
const works = (day: string): boolean => worked.includes(day) || (!off.includes(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
const dayOf2026 = fc.integer({ min: 0, max: 364 }).map((n) => shiftDay("2026-01-01", n));

test("working days between two days are those found by asking of each day", () => {
  fc.assert(
    fc.property(dayOf2026, fc.integer({ min: 0, max: 60 }), (from, length) => {
      const between = Array.from({ length }, (_, i) => shiftDay(from, i + 1)).filter((day) => day < "2027-01-01");

      expect(calendar.countBetween(from, between.at(-1) ?? from)).toBe(between.filter(works).length);
    }),
    { seed: 20260930, numRuns: 300 },
  );
});

test("the first working day after the national holiday is 10-08, and five working days from 09-24 end on 10-08", () => {
  expect(["2026-10-01", "2026-10-07", "2026-10-08", "2026-10-10"].map(calendar.isWorkingDay)).toEqual([false, false, true, true]);
  expect(calendar.countBetween("2026-09-30", "2026-10-13")).toBe(5);
  expect(calendar.addTo("2026-09-24", 4)).toBe("2026-10-08");
});

test("a year nobody loaded is refused by name, never guessed", () => {
  expect(() => calendar.countBetween("2026-12-30", "2027-01-04")).toThrowError(
    expect.objectContaining({ code: "commitments.holidaysMissing", params: { year: 2027 } }),
  );
  expect(findWorkingDays(calendar, "2026-12-30", "2027-01-04")).toBeUndefined();
});
