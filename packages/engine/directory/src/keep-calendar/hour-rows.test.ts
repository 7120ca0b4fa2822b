import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf, sayHours, spansOf } from "./hour-rows.js";

const weekdays = (days: readonly number[], fromTime: string, toTime: string) => days.map((weekday) => ({ weekday, fromTime, toTime }));

test("says days in a row with the same times as one line", () => {
  const office = [1, 2, 3, 4, 5].flatMap((day) => [...weekdays([day], "14:00", "17:30"), ...weekdays([day], "08:30", "12:00")]);

  expect(sayHours([...office, ...weekdays([7], "09:00", "11:00")])).toEqual([
    { firstDay: 1, lastDay: 5, times: ["08:30–12:00", "14:00–17:30"] },
    { firstDay: 7, lastDay: 7, times: ["09:00–11:00"] },
  ]);
  expect(sayHours([])).toEqual([]);
});

test("a day with another time, or a free day between, begins a new line", () => {
  expect(sayHours([...weekdays([1, 3], "08:00", "09:00"), ...weekdays([4], "08:00", "10:00")]).map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
    [1, 1],
    [3, 3],
    [4, 4],
  ]);
});

test("the form's lines give the spans back, each once", () => {
  const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, "0")}:00`);
  const span = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), fromTime: time, toTime: time });
  fc.assert(
    fc.property(fc.uniqueArray(span, { selector: (s) => `${s.weekday} ${s.fromTime} ${s.toTime}`, maxLength: 30 }), (spans) => {
      const key = (s: { weekday: number; fromTime: string; toTime: string }) => `${s.weekday} ${s.fromTime} ${s.toTime}`;
      expect(spansOf(rowsOf(spans)).map(key).sort()).toEqual(spans.map(key).sort());
    }),
    { seed: 20261126 },
  );
});
