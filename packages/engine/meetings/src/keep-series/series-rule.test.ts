import fc from "fast-check";
import { expect, test } from "vitest";
import { isRule, listDates, type Change, type SeriesRule } from "./series-rule.js";

const off = (date: string, name: string) => ({ date, isOffDay: true, name });
const year2026 = {
  year: 2026,
  days: [
    off("2026-09-25", "中秋节"),
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => off(`2026-10-0${day}`, "国庆节")),
    { date: "2026-10-10", isOffDay: false, name: "补班" },
  ],
};
const firstTuesday: SeriesRule = { on: { weekday: 2, nth: 1 }, shift: "sameWeekdayNextWeek" };
const change = (plannedOn: string, more: Partial<Change>): Change => ({ plannedOn, movedTo: null, cancelReason: null, meetingId: null, ...more });
const dates = (rule: SeriesRule, changes: readonly Change[] = []) =>
  listDates(rule, changes, "2026-09-01", "2026-12-31", [year2026]).map(({ plannedOn, on, why }) => [plannedOn, on, why]);

test("the first Tuesday of October lies in the National Day holiday and is held on the 13th; December's is the 1st", () => {
  expect(dates(firstTuesday)).toEqual([
    ["2026-09-01", "2026-09-01", "rule"],
    ["2026-10-06", "2026-10-13", "holiday"],
    ["2026-11-03", "2026-11-03", "rule"],
    ["2026-12-01", "2026-12-01", "rule"],
  ]);
});

test("the 10th of October is a Saturday that is worked, so it stays", () => {
  expect(dates({ on: { day: 10 }, shift: "next" })[1]).toEqual(["2026-10-10", "2026-10-10", "rule"]);
});

test("one date moved and one cancelled leave the others as they are, and the moved one keeps its original date", () => {
  const changed = dates(firstTuesday, [change("2026-11-03", { movedTo: "2026-11-05" }), change("2026-12-01", { cancelReason: "年终合并" })]);

  expect(changed).toEqual([
    ["2026-09-01", "2026-09-01", "rule"],
    ["2026-10-06", "2026-10-13", "holiday"],
    ["2026-11-03", "2026-11-05", "moved"],
    ["2026-12-01", null, "cancelled"],
  ]);
});

test("dates of a year whose holidays are not loaded are drafts", () => {
  const found = listDates(firstTuesday, [], "2026-12-01", "2027-02-28", [year2026]);

  expect(found.map(({ on, isDraft }) => [on, isDraft])).toEqual([
    ["2026-12-01", false],
    ["2027-01-05", true],
    ["2027-02-02", true],
  ]);
});

test("a change of one date never changes another", () => {
  const rule = fc.oneof(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), nth: fc.constantFrom(1, 2, 3, 4, -1) }),
    fc.record({ day: fc.integer({ min: 1, max: 28 }) }),
  );
  fc.assert(
    fc.property(rule, fc.constantFrom("skip", "next", "previous", "sameWeekdayNextWeek"), fc.nat(11), (on, shift, at) => {
      const series = { on, shift } as SeriesRule;
      fc.pre(isRule(series));
      const plain = listDates(series, [], "2026-01-01", "2026-12-31", [year2026]);
      const touched = plain[at % plain.length]!;
      const changed = listDates(series, [change(touched.plannedOn, { cancelReason: "停一次" })], "2026-01-01", "2026-12-31", [year2026]);

      expect(changed.filter(({ plannedOn }) => plannedOn !== touched.plannedOn)).toEqual(plain.filter(({ plannedOn }) => plannedOn !== touched.plannedOn));
    }),
    { seed: 10 },
  );
});

test("a quarterly series has every third of the monthly dates, from its first month on, across the year's end", () => {
  const quarterly: SeriesRule = { ...firstTuesday, every: { months: 3, from: "2026-09" } };
  const found = listDates(quarterly, [], "2026-09-01", "2027-12-31", [year2026]).map(({ plannedOn }) => plannedOn);

  expect(found).toEqual(["2026-09-01", "2026-12-01", "2027-03-02", "2027-06-01", "2027-09-07", "2027-12-07"]);
});

test("the dates of a series every so many months are some of the monthly ones, as many months apart", () => {
  fc.assert(
    fc.property(fc.constantFrom(2, 3, 6, 12), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (months, month, day) => {
      const monthly: SeriesRule = { on: { day }, shift: "next" };
      const from = `2026-${String(month).padStart(2, "0")}`;
      const planned = (rule: SeriesRule) => listDates(rule, [], "2026-01-01", "2028-12-31", [year2026]).map(({ plannedOn }) => plannedOn);
      const some = planned({ ...monthly, every: { months, from } });
      const oracle = planned(monthly).filter((one) => {
        const apart = (Number(one.slice(0, 4)) - 2026) * 12 + Number(one.slice(5, 7)) - month;
        return ((apart % months) + months) % months === 0;
      });

      expect(some).toEqual(oracle);
      expect(some.some((one) => one.startsWith(from))).toBe(true);
    }),
    { seed: 11 },
  );
});

test("a meeting every Tuesday keeps every one that is not off; over the National Day it is held on the next working day", () => {
  const weekly: SeriesRule = { on: { weekday: 2 }, shift: "next" };
  const found = listDates(weekly, [], "2026-09-22", "2026-10-20", [year2026]).map(({ plannedOn, on }) => [plannedOn, on]);

  expect(found).toEqual([
    ["2026-09-22", "2026-09-22"],
    ["2026-09-29", "2026-09-29"],
    ["2026-10-06", "2026-10-08"],
    ["2026-10-13", "2026-10-13"],
    ["2026-10-20", "2026-10-20"],
  ]);
});

test("a weekly meeting is not moved by a week, for the next one is its own", () => {
  expect(isRule({ on: { weekday: 2 }, shift: "sameWeekdayNextWeek" })).toBe(false);
});

test("the dates of a series every so many weeks are as many weeks apart, from its first one on, whatever month or year ends between", () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 4), fc.integer({ min: 0, max: 400 }), (weeks, offset) => {
      const first = new Date(Date.UTC(2026, 0, 1 + offset));
      const from = first.toISOString().slice(0, 10);
      const weekday = (first.getUTCDay() || 7) as 1;
      const rule: SeriesRule = { on: { weekday }, shift: "skip", every: { weeks, from } };
      const planned = listDates(rule, [], from, "2028-12-31", [year2026]).map(({ plannedOn }) => plannedOn);
      const oracle = [];
      for (let at = first.getTime(); at <= Date.UTC(2028, 11, 31); at += weeks * 7 * 86_400_000) oracle.push(new Date(at).toISOString().slice(0, 10));

      expect(planned).toEqual(oracle);
    }),
    { seed: 12 },
  );
});
