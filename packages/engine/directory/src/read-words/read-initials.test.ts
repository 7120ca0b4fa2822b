import { expect, test } from "vitest";
import { initialsOf, sortKeyOf } from "./read-initials.js";

test.each([
  ["王秀珍", "wxz"],
  ["李建平", "ljp"],
  ["何志远", "hzy"],
  ["欧阳娜", "oyn"],
  ["吕隆", "ll"],
  ["艾青", "aq"],
  ["鄂尔多", "eed"],
  ["贾宝玉", "jby"],
  ["曾小贤", "zxx"],
  ["单雄信", "sxx"],
  ["区伟", "ow"],
  ["小曾", "xc"],
  ["买买提·艾力", "mmtal"],
  ["Tom王", "tomw"],
  ["😀", ""],
])("%s begins %s", (name, initials) => expect(initialsOf(name)).toBe(initials));

test("sorts by the surname's letter and keeps one surname together", () => {
  const names = ["张三", "于世杰", "杨光", "于乐", "安娜", "吴琴", "😀"];

  expect([...names].sort((one, other) => (sortKeyOf(one, one) < sortKeyOf(other, other) ? -1 : 1))).toEqual([
    "安娜",
    "吴琴",
    "于世杰",
    "于乐",
    "杨光",
    "张三",
    "😀",
  ]);
});
