import { expect, test } from "vitest";
import { tidyTime } from "./KeyIn.js";

test.each([
  ["9:40", "09:40"],
  ["0940", "09:40"],
  ["９：40", "09:40"],
  ["9点40分", "09:40"],
  [" 09:40 ", "09:40"],
  ["半路", "半路"],
  ["", ""],
])("a time written as %s is read as %s", (typed, read) => {
  expect(tidyTime(typed)).toBe(read);
});
