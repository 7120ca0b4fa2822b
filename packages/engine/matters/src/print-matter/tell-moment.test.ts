import { expect, test } from "vitest";
import { tellMinutes, tellMoment } from "./tell-moment.js";

test.each([
  ["2026-10-12T12:41:00Z", "2026-10-13T00:30:00Z", "11 小时 49 分"],
  ["2026-10-12T12:41:00Z", "2026-10-12T12:41:59Z", "0 分"],
  ["2026-10-12T00:00:00Z", "2026-10-15T02:59:00Z", "3 天 2 小时"],
  ["2026-10-12T00:00:00Z", "2026-10-13T00:00:00Z", "1 天"],
])("tells the time from %s to %s as %s", (from, to, expected) => {
  expect(tellMinutes(from, to)).toBe(expected);
});

test("tells a moment in the community's zone", () => {
  expect(tellMoment("2026-10-13T00:30:00.000Z", "Asia/Shanghai")).toBe("10月13日 08:30");
});
