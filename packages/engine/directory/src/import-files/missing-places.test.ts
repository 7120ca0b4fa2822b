import { expect, test } from "vitest";
import { missingPlaces, writePlaceList } from "./missing-places.js";

const unknown = (line: number, field: string, near: readonly string[] = []) => ({
  ...{ address: `D${line}`, line, field, code: "placeUnknown", text: "" },
  mend: { field, address: `D${line}`, heading: null },
  proposals: near.map((text) => ({ text, label: text })),
});
const row = (line: number, values: Readonly<Record<string, string>>) => ({ line, values });

test("each place is named once with its rows, a compound's buildings with it and after it", () => {
  const problems = [unknown(4, "compound"), unknown(5, "compound"), unknown(6, "building"), unknown(7, "compound"), unknown(8, "grid")];
  const refused = [
    row(4, { compound: "东苑", building: "3栋" }),
    row(5, { compound: "东苑", building: "3栋" }),
    row(6, { compound: "和平苑", building: "9栋" }),
    row(7, { compound: "二组" }),
    row(8, { grid: "第一网格" }),
  ];

  expect(missingPlaces({ problems, refused })).toEqual([
    { name: "第一网格", kind: "网格", parent: "", rows: 1, near: undefined },
    { name: "东苑", kind: "小区", parent: "", rows: 2, near: undefined },
    { name: "二组", kind: "小组", parent: "", rows: 1, near: undefined },
    { name: "3栋", kind: "楼栋", parent: "东苑", rows: 2, near: undefined },
    { name: "9栋", kind: "楼栋", parent: "和平苑", rows: 1, near: undefined },
  ]);
});

test("what is written nearly like a place that is there is told; other trouble names no place", () => {
  const other = { ...unknown(5, "phone"), code: "phone.length" };

  expect(missingPlaces({ problems: [unknown(4, "compound", ["和平苑"]), other], refused: [row(4, { compound: "和平院" }), row(5, {})] })).toEqual([
    { name: "和平院", kind: "小区", parent: "", rows: 1, near: "和平苑" },
  ]);
});

test("a list of them keeps commas and quotation marks in names", () => {
  expect(writePlaceList([{ name: '东"苑', kind: "小区", parent: "" }])).toBe('地点名称,类别,上级\n"东""苑","小区",""');
});
