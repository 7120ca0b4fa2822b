import { expect, test } from "vitest";
import { readPhone } from "./read-phone.js";

test.each([
  ["199 0000 1234", "19900001234"],
  ["＋86 199-0000-1234", "19900001234"],
  ["１９９００００１２３４", "19900001234"],
  ["0794-3612345", "07943612345"],
  ["3612345", "3612345"],
  ["", null],
  [undefined, null],
])("reads %s as %s", (written, expected) => {
  expect(readPhone(written)).toBe(expected);
});

test.each(["1990000123", "29900001234567", "打电话给我", "119"])("refuses %s", (written) => {
  expect(() => readPhone(written)).toThrow(expect.objectContaining({ code: "matters.phoneWrong", field: "body.phone" }));
});
