import { expect, test } from "vitest";
import { dayOf, instantOf, isDay, tellDay, tellForMinutes, tellForNotice } from "./tell-time.js";

const zone = "Asia/Shanghai";

test("a wall clock of the community becomes an instant and is told as notices and minutes say it", () => {
  const [from, to] = [instantOf("2026-09-09T15:00", zone), instantOf("2026-09-09T16:30", zone)];

  expect(from).toBe("2026-09-09T07:00:00.000Z");
  expect(tellForNotice(from, to, zone)).toBe("2026年9月9日（星期三）下午3:00—4:30");
  expect(tellForMinutes(from, to, zone)).toBe("2026年9月9日 15:00—16:30");
});

test("an evening that runs from the afternoon names both halves, and a day is the community's", () => {
  const [from, to] = [instantOf("2026-09-09T17:30", zone), instantOf("2026-09-09T19:00", zone)];

  expect(tellForNotice(from, to, zone)).toBe("2026年9月9日（星期三）下午5:30—晚上7:00");
  expect(dayOf("2026-09-08T16:30:00.000Z", zone)).toBe("2026-09-09");
  expect(tellDay("2026-09-05")).toBe("9月5日（周六）");
});

test("an end at midnight is the end of that evening, and what is later is told as the next day", () => {
  const from = instantOf("2026-09-09T22:30", zone);
  const [midnight, later] = [instantOf("2026-09-10T00:00", zone), instantOf("2026-09-10T00:20", zone)];

  expect(tellForNotice(from, midnight, zone)).toBe("2026年9月9日（星期三）晚上10:30—12:00");
  expect(tellForMinutes(from, midnight, zone)).toBe("2026年9月9日 22:30—24:00");
  expect(tellForNotice(from, later, zone)).toBe("2026年9月9日（星期三）晚上10:30—次日凌晨0:20");
  expect(tellForMinutes(from, later, zone)).toBe("2026年9月9日 22:30—次日00:20");
});

test("the thirtieth of February is no day", () => {
  expect(["2026-02-28", "2026-02-30", "2026-13-01"].map(isDay)).toEqual([true, false, false]);
});
