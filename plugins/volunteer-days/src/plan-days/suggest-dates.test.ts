import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, weekdayOf } from "../tell-time/tell-time.js";
import { listDates } from "./list-dates.js";
import { refuseDate, suggestDates } from "./suggest-dates.js";

const seed = 20261127;
const off = ["2026-09-25", "2026-09-26", "2026-09-27", ...["01", "02", "03", "04", "05", "06", "07"].map((d) => `2026-10-${d}`)];
const announced = [
  ...off.map((day) => ({ day, name: "国庆", isOffDay: true })),
  ...["2026-09-20", "2026-10-10"].map((day) => ({ day, name: "调休", isOffDay: false })),
];
const thursdays = listDates({ weekday: 4, fromOn: "2026-09-17", untilOn: "2026-11-26" }, "2026-01-01", "2026-12-31");

test("a series lists its weekdays from its first day to its last", () => {
  expect([thursdays.length, thursdays[0], thursdays.at(-1)]).toEqual([11, "2026-09-17", "2026-11-26"]);
});

test("National Day may go to the day before the holiday or to the worked Saturday, and not where the series meets", () => {
  const options = suggestDates("2026-10-01", announced, new Set(thursdays));

  expect(options).toEqual([
    { day: "2026-09-30", isMakeUp: false },
    { day: "2026-10-10", isMakeUp: true },
  ]);
  expect(["2026-10-08", "2026-10-02", "2026-10-10"].map((day) => refuseDate(day, announced, new Set(thursdays)))).toEqual(["dateTaken", "dateOff", undefined]);
});

const date = fc.integer({ min: 0, max: 1500 }).map((n) => addDays("2026-01-01", n));

test(`dates are a week apart, on their weekday, inside both spans, and none is left out (seed ${seed})`, () => {
  const holds = (weekday: number, fromOn: string, untilOn: string | null, from: string, to: string) => {
    const dates = listDates({ weekday, fromOn, untilOn }, from, to);
    const isIn = (day: string) => day >= fromOn && day >= from && day <= to && (untilOn === null || day <= untilOn);
    expect(dates.every((day) => weekdayOf(day) === weekday && isIn(day))).toBe(true);
    for (const day of dates.slice(1)) expect(dates).toContain(addDays(day, -7));
    if (dates.length > 0) expect([isIn(addDays(dates[0]!, -7)), isIn(addDays(dates.at(-1)!, 7))]).toEqual([false, false]);
  };

  fc.assert(fc.property(fc.integer({ min: 1, max: 7 }), date, fc.option(date), date, date, holds), { seed });
});

test(`what is suggested is never off, never taken and at most ten days away (seed ${seed})`, () => {
  const holds = (original: string, offDays: string[], makeUps: string[], taken: string[]) => {
    const days = [...offDays.map((day) => ({ day, name: "", isOffDay: true })), ...makeUps.map((day) => ({ day, name: "", isOffDay: false }))];
    const known = [...new Map(days.map((one) => [one.day, one])).values()];
    for (const { day } of suggestDates(original, known, new Set(taken))) {
      expect(refuseDate(day, known, new Set(taken))).toBe(undefined);
      expect(day >= addDays(original, -10) && day <= addDays(original, 10) && day !== original).toBe(true);
    }
  };
  const near = fc.array(fc.integer({ min: -12, max: 12 }).map((n) => addDays("2026-10-01", n)));

  fc.assert(fc.property(fc.constant("2026-10-01"), near, near, near, holds), { seed });
});
