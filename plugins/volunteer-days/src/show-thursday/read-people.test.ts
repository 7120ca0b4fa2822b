import { expect, test } from "vitest";
import { readPeople } from "./read-people.js";

test("a line is a name, with the age after it where it is said in any of the usual ways", () => {
  expect(readPeople("罗婷\n何小宇 12岁、何小宝（7岁），何小满 16\n\n 何 志远 \n奶奶75 岁")).toEqual([
    { name: "罗婷" },
    { name: "何小宇", ageBand: "child" },
    { name: "何小宝", ageBand: "small" },
    { name: "何小满", ageBand: "youth" },
    { name: "何 志远" },
    { name: "奶奶" },
  ]);
});

test("a number that belongs to a name is no age", () => {
  expect(readPeople("同事12")).toEqual([{ name: "同事12" }]);
});
