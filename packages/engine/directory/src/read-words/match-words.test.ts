import { expect, test } from "vitest";
import { whichMatch } from "./match-words.js";

const titles = ["小区东侧挡土墙坍毁", "3 栋化粪池清掏", "凉亭座椅修理", "Wifi 覆盖"];

test("finds by a part of the text, by initials, and by Latin letters as they stand", () => {
  expect([whichMatch("挡土墙", titles), whichMatch("dtq", titles), whichMatch("HFC", titles), whichMatch("wifi", titles)]).toEqual([[0], [0], [1], [3]]);
});

test("nothing matches nothing, and one letter is no initials", () => {
  expect([whichMatch("", titles), whichMatch("　", titles), whichMatch("d", titles)]).toEqual([[], [], []]);
});
