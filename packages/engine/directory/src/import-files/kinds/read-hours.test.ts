import fc from "fast-check";
import { expect, test } from "vitest";
import { readHours, readTime } from "./read-hours.js";

const at = (weekdays: readonly number[], fromTime: string, toTime: string) => weekdays.map((weekday) => ({ weekday, fromTime, toTime }));

test.each([
  ["周一至周五 08:30-17:30", at([1, 2, 3, 4, 5], "08:30", "17:30")],
  ["周二、周四 18:00～21:00", at([2, 4], "18:00", "21:00")],
  ["星期六 9:00-12:00；星期天 9点-12点", [...at([6], "09:00", "12:00"), ...at([7], "09:00", "12:00")]],
  ["每天 18:00至21:00", at([1, 2, 3, 4, 5, 6, 7], "18:00", "21:00")],
  ["工作日 8:30-11:30、14:00-17:30", [1, 2, 3, 4, 5].flatMap((d) => [...at([d], "08:30", "11:30"), ...at([d], "14:00", "17:30")])],
])("reads %j", (text, spans) => expect(readHours(text)).toEqual(spans));

test.each(["随时", "周一", "8:30-17:30", "周一 17:30-8:30", "周一 25:00-26:00", "周一 8:30-17:30；有空就来", ""])("does not guess at %j", (text) =>
  expect(readHours(text)).toBeUndefined(),
);

test("reads every time of a day as it is written back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (h, m) => {
      const time = `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
      expect(readTime(time)).toBe(time);
      expect(readTime(`${h}：${String(m).padStart(2, "0")}`)).toBe(time);
    }),
    { seed: 20261124 },
  );
  expect(["24:01", "8:60", "早上", "8:3"].map(readTime)).toEqual(Array(4).fill(undefined));
});
