import { expect, test } from "vitest";
import { moveDay, sevenAround } from "./week-of.js";

test("a day moves over the ends of months and years", () => {
  expect([moveDay("2026-09-30", 1), moveDay("2026-01-01", -1), moveDay("2028-02-28", 1)]).toEqual(["2026-10-01", "2025-12-31", "2028-02-29"]);
});

test("seven days are shown around the best one, and no day outside the table", () => {
  const days = Array.from({ length: 14 }, (_, i) => moveDay("2026-09-03", i));

  expect(sevenAround(days, "2026-09-09")).toEqual(days.slice(3, 10));
  expect(sevenAround(days, "2026-09-16")).toEqual(days.slice(7, 14));
  expect(sevenAround(days, undefined)).toEqual(days.slice(0, 7));
  expect(sevenAround(days.slice(0, 4), "2026-09-04")).toEqual(days.slice(0, 4));
});
