import { expect, test } from "vitest";
import { readBirthYear } from "./people-columns.js";

test.each([
  ["1951", 1951, undefined],
  ["1951年3月", 1951, undefined],
  ["1951-03-08", 1951, undefined],
  ["19510308", 1951, undefined],
  ["58", 1958, "year.century"],
  ["58年", 1958, "year.century"],
  ["40", 1940, "year.century"],
  ["39", "year.short", undefined],
  ["12", "year.short", undefined],
  ["00年", "year.short", undefined],
  ["5", "year.wrong", undefined],
  ["158", "year.wrong", undefined],
  ["1851", "year.wrong", undefined],
  ["不详", "year.wrong", undefined],
])("a birth year of %s is read as %s", (text, expected, corrected) => {
  const reading = readBirthYear(text, "text");

  expect("value" in reading ? [reading.value, reading.corrected?.code] : [reading.code, undefined]).toEqual([expected, corrected]);
});
