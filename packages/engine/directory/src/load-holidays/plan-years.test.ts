import { expect, test } from "vitest";
import { planYears } from "./plan-years.js";

const year = (number: number) => ({ year: number, source: "国办通知", isFictional: false, days: 39 });

test("names this year even when nothing of it is loaded, and the next one from September on", () => {
  expect(planYears([], "2026-08-31").map((one) => one.year)).toEqual([2026]);
  expect(planYears([year(2026)], "2026-09-01").map((one) => [one.year, one.loaded.length])).toEqual([
    [2026, 1],
    [2027, 0],
  ]);
});

test("keeps years that were loaded before, in their order", () => {
  expect(planYears([year(2028), year(2025)], "2026-11-26").map((one) => one.year)).toEqual([2025, 2026, 2027, 2028]);
});
