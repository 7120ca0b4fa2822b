import { expect, test } from "vitest";
import { readMonth } from "./columns.js";

test("a month is read as people write it, and a number cell that may be January or October is asked about", () => {
  const written = ["2018年5月", "2018-05", "2018.5.1", "2018.10"].map((text) => readMonth(text, "text"));

  expect(written).toEqual(["2018-05", "2018-05", "2018-05", "2018-10"].map((value) => ({ value })));
  expect(readMonth("2018.1", "number")).toEqual({ code: "date.wrong", params: { value: "2018.1" } });
  expect([readMonth("2018.1", "text"), readMonth("2018.11", "number")]).toEqual([{ value: "2018-01" }, { value: "2018-11" }]);
});
