import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMinutes, dayOf, instantOf, isDay, isTime, timeOf, weekdayOf } from "./days.js";

const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const zone = "Asia/Shanghai";

describe("days of the calendar", () => {
  it("knows a day that there is from one that there is not", () => {
    expect(["2026-02-28", "2028-02-29", "2026-11-31", "2026-02-30", "2026-2-3", "2026-02-28T00:00", "", "heute"].map(isDay)).toEqual([
      true,
      true,
      ...Array.from({ length: 6 }, () => false),
    ]);
    expect(["00:00", "08:30", "23:59", "24:00", "8:30", "08:60", ""].map(isTime)).toEqual([true, true, true, false, false, false, false]);
  });

  it("goes forward and back as the days are numbered", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4_000, max: 4_000 }), (day, by) => {
        const moved = addDays(day, by);
        expect(Date.parse(moved) - Date.parse(day)).toBe(by * 86_400_000);
        expect(weekdayOf(day)).toBe(new Date(day).getUTCDay() || 7);
      }),
    );
  });

  it("reads back the wall clock that it wrote", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1_439 }), (day, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        const instant = instantOf(day, time, zone);
        expect([dayOf(instant, zone), timeOf(instant, zone)]).toEqual([day, time]);
        expect(Date.parse(addMinutes(instant, 90)) - Date.parse(instant)).toBe(90 * 60_000);
      }),
    );
    expect(instantOf("2026-09-17", "08:30", zone)).toBe("2026-09-17T00:30:00.000Z");
    expect(dayOf("2026-09-17T17:00:00.000Z", zone)).toBe("2026-09-18");
  });
});
