import { expect, test } from "vitest";
import { readRollText } from "./read-roll.js";

test("a list pasted from a table gives a unit a line with its area", () => {
  expect(readRollText("1栋101\t109.53\n1栋 102 ，88.5㎡\n\n  2栋203  ９０ \n李建平", true)).toEqual([
    { label: "1栋101", area: "109.53" },
    { label: "1栋 102", area: "88.5m2" },
    { label: "2栋203", area: "90" },
    { label: "李建平" },
  ]);
});

test("whose it is stands behind the area, and a number in the name of a unit is no area", () => {
  expect(readRollText("1栋101\t109.53\t何志远\n1栋 102 室 88.5 ㎡ 周兰\n1栋103，90，古丽 巴哈尔", true)).toEqual([
    { label: "1栋101", area: "109.53", owner: "何志远" },
    { label: "1栋 102 室", area: "88.5 m2", owner: "周兰" },
    { label: "1栋103", area: "90", owner: "古丽 巴哈尔" },
  ]);
});

test("where no area is weighed, whose it is stands behind a tab or a comma, and spaces belong to the name", () => {
  expect(readRollText("1栋 102 室\n1栋103\t何志远\n第三小组，周兰", false)).toEqual([
    { label: "1栋 102 室" },
    { label: "1栋103", owner: "何志远" },
    { label: "第三小组", owner: "周兰" },
  ]);
});
