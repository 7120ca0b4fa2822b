import fc from "fast-check";
import { expect, test } from "vitest";
import { HOLIDAYS_2026 } from "../oracle/random-case.js";
import { countDays, dateText, readDate, weekdayOf } from "./civil-date.js";
import { findMoment, momentText } from "./moment.js";
import { expandSeries } from "./monthly-series.js";
import { addWorkingDays, countWorkingDays, latestPostingDate } from "./working-days.js";
import { isWorkingDay } from "./holiday-table.js";

const years = [HOLIDAYS_2026];
const firstTuesday = { weekday: 2, nth: 1 } as const;

test("counts days as the platform's calendar does, for every date from 1970 to 2200", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 84_000 }), (day) => {
      const date = new Date(day * 86_400_000);

      const text = dateText(day);

      expect(readDate(text, "date")).toBe(day);
      expect(countDays(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
      expect(weekdayOf(day)).toBe(date.getUTCDay() || 7);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test.each(["2026-02-29", "2026-13-01", "2026-9-1", "", "2026-09-31", "x026-09-01"])("refuses %j as a date, naming the field", (text) => {
  expect(() => readDate(text, "postFrom")).toThrow(expect.objectContaining({ code: "bad-date", item: "postFrom" }));
});

test("reads one moment in all its forms and writes it with the offset", () => {
  const forms = [
    "2026-09-09T15:00",
    "2026-09-09T15:00:30",
    "2026-09-09T15:00:00",
    "2026-09-09T15:00:00.000+08:00",
    "2026-09-09T07:00Z",
    "2026-09-09T07:00:00.123Z",
    "2026-09-09T16:00+09:00",
    "2026-09-09T02:00:00-05:00",
  ];

  const texts = forms.map((form) => momentText(findMoment(form, 480), 480));

  expect(new Set(texts)).toEqual(new Set(["2026-09-09T15:00+08:00"]));
});

test.each([
  "2026-09-09 15:00",
  "2026-09-09T25:00",
  "2026-09-09T15:60",
  "2026-09-09T15:00+8",
  "2026-09-09T15:00Zx",
  "2026-09-09T15:00:xx",
  "2026-09-09T15:00:60",
  "2026-09-09T15:00:1",
  "2026-09-09T15:00:00.",
  "2026-09-09T15:00:00.x",
])("takes %j for no moment", (text) => {
  expect(findMoment(text, 480)).toBe(-1);
});

test("puts the poster of 2026-09-09 up by Saturday 09-05 for three clear days, by 09-06 when counted back", () => {
  const clear = latestPostingDate(years, { n: 3, basis: "calendar", count: "clear" }, "2026-09-09");
  const back = latestPostingDate(years, { n: 3, basis: "calendar", count: "back" }, "2026-09-09");

  expect([clear, back]).toEqual(["2026-09-05", "2026-09-06"]);
});

test("skips holidays and counts make-up Saturdays in working-day notices", () => {
  const back = latestPostingDate(years, { n: 2, basis: "working", count: "back" }, "2026-10-12");
  const clear = latestPostingDate(years, { n: 2, basis: "working", count: "clear" }, "2026-10-12");

  expect([back, clear]).toEqual(["2026-10-09", "2026-10-08"]);
});

test("ends ten working days after 2026-09-24 on 2026-10-15, and counts them back", () => {
  expect(addWorkingDays(years, "2026-09-24", 10)).toBe("2026-10-15");
  expect(countWorkingDays(years, "2026-09-24", "2026-10-15")).toBe(10);
  expect(addWorkingDays(years, "2026-10-15", -10)).toBe("2026-09-24");
});

test("refuses working days of a year whose holidays are not loaded, naming the year", () => {
  expect(() => isWorkingDay(years, "2027-01-04")).toThrow(expect.objectContaining({ code: "missing-holiday-year", item: "2027" }));
});

test.each([
  ["skip", undefined],
  ["next", "2026-10-08"],
  ["previous", "2026-09-30"],
  ["sameWeekdayNextWeek", "2026-10-13"],
] as const)("shifts the first Tuesday 2026-10-06 out of the holiday: %s", (shift, date) => {
  const found = expandSeries(years, { on: firstTuesday, shift }, "2026-09-01", "2026-12-31");

  expect(found.map((one) => one.date)).toEqual(["2026-09-01", date, "2026-11-03", "2026-12-01"]);
});

test("finds the last Friday, and days of the month that fall on weekends move to a working day", () => {
  const lastFriday = expandSeries(years, { on: { weekday: 5, nth: -1 }, shift: "skip" }, "2026-10-01", "2026-11-30");
  const fifteenth = expandSeries(years, { on: { day: 15 }, shift: "next" }, "2026-08-01", "2026-12-31");

  expect(lastFriday.map((one) => one.date)).toEqual(["2026-10-30", "2026-11-27"]);
  expect(fifteenth.map((one) => one.date)).toEqual(["2026-08-17", "2026-09-15", "2026-10-15", "2026-11-16", "2026-12-15"]);
});

test.each([15, 16])("refuses to move day %i of a month by weeks, which on a weekend would never end, and names the three shifts that can be", (day) => {
  const series = { on: { day }, shift: "sameWeekdayNextWeek" } as const;

  expect(() => expandSeries(years, series, "2026-08-01", "2026-08-31")).toThrow(
    expect.objectContaining({ code: "bad-shape", item: "series.shift", params: { rule: "one-of", allowed: "next | previous | skip" } }),
  );
});
