import { expect, test } from "vitest";
import { hoursToPropose } from "./hours-text.js";

const open = (weekday: number, fromTime: string, toTime: string) => ({ weekday, fromTime, toTime });
const usual = { startTime: "08:30", endTime: "11:00" };

test("a plan is proposed for weekday mornings where a home is open then", () => {
  expect(hoursToPropose([])).toEqual({ weekdays: ["1", "2", "3", "4", "5"], ...usual });
  expect(hoursToPropose([open(2, "08:00", "17:00"), open(4, "08:30", "11:00"), open(6, "08:00", "17:00"), open(5, "14:00", "17:00")])).toEqual({
    weekdays: ["2", "4"],
    ...usual,
  });
});

test("where it is not, for the days and hours at which it is", () => {
  expect(hoursToPropose([open(6, "09:00", "11:30"), open(7, "09:00", "11:30"), open(3, "15:00", "17:00")])).toEqual({
    weekdays: ["6", "7"],
    startTime: "09:00",
    endTime: "11:30",
  });
});
