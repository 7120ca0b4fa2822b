import { expect, test } from "vitest";
import { readRollText } from "./read-roll.js";

test("a list pasted from a table gives a unit a line with its area", () => {
  expect(readRollText("1栋101\t109.53\n1栋 102 ，88.5㎡\n\n  2栋203  ９０ \n李建平")).toEqual([
    { label: "1栋101", area: "109.53" },
    { label: "1栋 102", area: "88.5m2" },
    { label: "2栋203", area: "90" },
    { label: "李建平" },
  ]);
});
