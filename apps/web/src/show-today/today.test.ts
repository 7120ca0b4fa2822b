import { expect, test } from "vitest";
import { countWaiting } from "./count-waiting.js";
import { lunarText, todayText } from "./day-line.js";

test("says nothing before a card has told, and sums what they told", () => {
  expect(countWaiting({})).toEqual({ waiting: undefined, overdue: 0 });
  expect(countWaiting({ a: { waiting: 0, overdue: 0 } })).toEqual({ waiting: 0, overdue: 0 });
  expect(countWaiting({ a: { waiting: 4, overdue: 1 }, b: { waiting: 3, overdue: 0 } })).toEqual({ waiting: 7, overdue: 1 });
});

test("names the day in the community's zone, by both calendars", () => {
  const lateInLondon = Date.parse("2026-09-15T20:00:00.000Z");

  expect(todayText(lateInLondon)).toBe("9月16日星期三");
  expect(lunarText(lateInLondon)).toBe("农历八月初六");
});

test.each([
  ["2026-02-17", "农历正月初一"],
  ["2026-02-16", "农历腊月廿九"],
  ["2026-09-25", "农历八月十五"],
])("knows that %s is %s", (date, lunar) => {
  expect(lunarText(Date.parse(`${date}T12:00:00+08:00`))).toBe(lunar);
});
