import { expect, test } from "vitest";
import { childColumns, columnsToFill, readMonth } from "./columns.js";

test("a month is read as people write it, and a number cell that may be January or October is asked about", () => {
  const written = ["2018年5月", "2018-05", "2018.5.1", "2018.10"].map((text) => readMonth(text, "text"));

  expect(written).toEqual(["2018-05", "2018-05", "2018-05", "2018-10"].map((value) => ({ value })));
  expect(readMonth("2018.1", "number")).toEqual({ code: "month.unclear", params: { value: "2018.1", early: "2018-01", late: "2018-10" } });
  expect([readMonth("2018.1", "text"), readMonth("2018.11", "number")]).toEqual([{ value: "2018-01" }, { value: "2018-11" }]);
});

test("the empty sheet says that what the guardian signed is needed, and a list without those columns is read still", () => {
  const needed = (columns: Record<string, { header: string; isRequired?: boolean }>) =>
    Object.values(columns).flatMap(({ header, isRequired }) => (isRequired ? [header] : []));
  const signed = ["同意书日期", "同意书版本", "同意保管资料"];

  expect(needed(columnsToFill("2026-1"))).toEqual([...needed(childColumns), ...signed]);
  expect(needed(childColumns).filter((header) => signed.includes(header))).toEqual([]);
});
