import fc from "fast-check";
import { expect, test } from "vitest";
import { HOLIDAYS_2026 } from "../oracle/random-case.js";
import { drawFrom } from "../oracle/random-numbers.js";
import type { HolidayShift, HolidayYear, Meeting, MonthlySeries, Problem } from "../problem.js";
import { score } from "../judge-plan/score.js";
import { plan } from "./plan.js";

const years: HolidayYear[] = [{ year: 2025, days: [] }, HOLIDAYS_2026, { year: 2027, days: [] }];
const council = (series: MonthlySeries, more: Partial<Meeting> = {}): Meeting => ({ id: "council", minutes: 60, series, ...more });
const problemOf = (start: string, days: number, meeting: Meeting, holidays = years): Problem => ({
  horizon: { start, days, from: "09:00", to: "18:00" },
  holidays,
  people: [],
  venues: [],
  meetings: [meeting],
});
const planned = (problem: Problem): string[] => {
  const { assignments, unplaced, violations } = plan(problem, { iterations: 512 });
  expect([unplaced, violations]).toEqual([[], []]);
  return assignments.map((one) => `${one.meeting} ${one.start.slice(0, 10)}`);
};

test("plans the occurrence of October in September when the holiday moves it there", () => {
  const meeting = council({ on: { day: 1 }, shift: "previous" });

  expect(planned(problemOf("2026-09-01", 30, meeting))).toEqual(["council/2026-09 2026-09-01", "council/2026-10 2026-09-30"]);
  expect(planned(problemOf("2026-10-01", 31, meeting))).toEqual(["council/2026-11 2026-10-30"]);
});

test("plans an occurrence that the holiday moves into a horizon which begins after its date", () => {
  const meeting = council({ on: { day: 6 }, shift: "next" });

  expect(planned(problemOf("2026-10-08", 10, meeting))).toEqual(["council/2026-10 2026-10-08"]);
  expect(planned(problemOf("2026-10-01", 7, meeting))).toEqual([]);
});

const draws = fc.record({ seed: fc.nat(0x7fffffff), days: fc.integer({ min: 1, max: 60 }), cut: fc.nat(59) });

test("shares the dates of 500 random series out among two consecutive horizons, none twice, none lost (seed 5)", () => {
  fc.assert(
    fc.property(draws, ({ seed, days, cut }) => {
      const draw = drawFrom(seed);
      const first = Math.min(cut, days - 1);
      const start = Date.UTC(2026, draw(12), 1 + draw(28));
      const date = (day: number): string => new Date(start + day * 86_400_000).toISOString().slice(0, 10);
      const off = Array.from({ length: 12 }, () => new Date(Date.UTC(2026, 0, draw(400))).toISOString().slice(0, 10));
      const holidays = [2025, 2026, 2027].map((year) => ({
        year,
        days: [...new Set(off)].filter((day) => day.startsWith(`${year}`)).map((day) => ({ date: day, isOffDay: draw(4) > 0, name: "holiday" })),
      }));
      const on = draw(2) === 0 ? { day: 1 + draw(31) } : ({ weekday: (1 + draw(7)) as 1, nth: ([1, 2, 3, 4, 5, -1] as const)[draw(6)]! } as const);
      const shifts: HolidayShift[] = ["skip", "next", "previous", ...("day" in on ? [] : (["sameWeekdayNextWeek"] as const))];
      const meeting = council({ on, shift: shifts[draw(shifts.length)]! }, { workingDaysOnly: false });

      const whole = planned(problemOf(date(0), days, meeting, holidays));
      const parts = [first > 0 ? planned(problemOf(date(0), first, meeting, holidays)) : [], planned(problemOf(date(first), days - first, meeting, holidays))];

      expect(parts.flat()).toEqual(whole);
    }),
    { seed: 5, numRuns: 500 },
  );
}, 120_000);

test.each(["14:10", "08:00", "17:30"])("refuses a series at %s, where no meeting of the day can start", (at) => {
  const problem = problemOf("2026-09-01", 30, council({ on: { day: 1 }, shift: "next", at }));
  const code = at === "14:10" ? "pin-off-grid" : "pin-outside-horizon";

  expect(() => plan(problem, { iterations: 1 })).toThrow(expect.objectContaining({ code, item: "council.series.at" }));
  expect(() => score(problem, [])).toThrow(expect.objectContaining({ code, item: "council.series.at" }));
});

test("takes no meeting for one of a series because its id begins like the series'", () => {
  const series = { id: "m1", minutes: 60, series: { on: { day: 9 }, shift: "skip" } } as const;
  const meetings: Meeting[] = [
    series,
    { id: "m10", minutes: 60 },
    { id: "m11", minutes: 60, after: [{ meeting: "m1" }] },
    { id: "m1x", minutes: 60, after: [{ meeting: "m11" }] },
  ];
  const problem = { ...problemOf("2026-09-09", 2, series), meetings };

  expect(planned(problem).length).toBe(4);
});

test("asks for the holidays of the year before only where they could move a meeting into the horizon", () => {
  const only = [HOLIDAYS_2026];
  const january = (day: number, shift: HolidayShift): Problem => problemOf("2026-01-01", 31, council({ on: { day }, shift }), only);

  expect(planned(january(20, "next"))).toEqual(["council/2026-01 2026-01-20"]);
  expect(planned(january(31, "previous"))).toEqual(["council/2026-01 2026-01-30"]);
  expect(() => plan(january(31, "next"), { iterations: 1 })).toThrow(expect.objectContaining({ code: "missing-holiday-year", item: "2025" }));
});
