import { expect, test } from "vitest";
import { findAlike, mendAlike } from "./mend-alike.js";

const cell = (address: string, text: string, field = "sex", code = "choice.wrong") => ({ address, field, code, text });
const all = [
  cell("C2", "男士"),
  cell("C5", "男士"),
  cell("C7", "女士"),
  cell("D9", "男士", "role"),
  cell("C8", "男士", "sex", "text.long"),
  cell("C9", "男士"),
];

test("finds the other cells of one column with the same trouble and the same text", () => {
  expect(findAlike(all[0]!, all, (one) => one.text).map((one) => one.address)).toEqual(["C5", "C9"]);
});

test("mends them alike and keeps what was mended before", () => {
  expect(mendAlike({ A1: "张三", C5: "旧" }, [all[0]!, all[1]!], "男")).toEqual({ A1: "张三", C2: "男", C5: "男" });
});
