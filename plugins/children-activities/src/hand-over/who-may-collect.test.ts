import { expect, test } from "vitest";
import { whoMayCollect } from "./who-may-collect.js";

const grandmother = { id: "g1", relation: "奶奶", name: "周桂兰", phone: "19900000101" };
const aunt = { id: "c1", relation: "姨妈", name: "李梅", phoneTail: "0999" };

test("a guardian may collect without a line of their own, before whom they named", () => {
  expect(whoMayCollect([grandmother], [aunt])).toEqual([{ id: "g1", relation: "奶奶", name: "周桂兰", phoneTail: "0101" }, aunt]);
});

test("a guardian who stands on the list as well is there once, whether the list has their telephone or not", () => {
  const listed = (phoneTail: string | null) => ({ id: "c2", relation: "奶奶", name: "周桂兰", phoneTail });

  expect([listed("0101"), listed(null)].map((one) => whoMayCollect([grandmother], [one]))).toEqual([[listed("0101")], [listed(null)]]);
});

test("somebody else of a guardian's name stands beside them", () => {
  const namesake = { id: "c3", relation: "邻居", name: "周桂兰", phoneTail: "0777" };

  expect(whoMayCollect([grandmother], [namesake]).map(({ id }) => id)).toEqual(["g1", "c3"]);
});
