import fc from "fast-check";
import { expect, test } from "vitest";
import { nextOrder, sortRows, type SortValue } from "./sort-rows.js";

const collator = new Intl.Collator("zh-CN", { numeric: true });
const sorted = (values: readonly SortValue[], direction: "ascending" | "descending" = "ascending") =>
  sortRows(
    values.map((value) => ({ value })),
    (row) => row.value,
    direction,
    collator,
  ).map((row) => row.value);

test("sorts numbers by size, names by pinyin, and house numbers as people count", () => {
  expect(sorted([10, 9, 100])).toEqual([9, 10, 100]);
  expect(sorted(["周兰", "陈国强", "李建平"])).toEqual(["陈国强", "李建平", "周兰"]);
  expect(sorted(["12 栋", "3 栋"])).toEqual(["3 栋", "12 栋"]);
});

test("puts what is missing last in both directions", () => {
  expect(sorted([null, 2, undefined, 1])).toEqual([1, 2, null, undefined]);
  expect(sorted([null, 2, "", 1], "descending")).toEqual([2, 1, null, ""]);
});

test("keeps all rows, changes nothing it was given, and is the other direction read backwards", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), (numbers) => {
      const before = [...numbers];
      const up = sorted(numbers);
      expect(numbers).toEqual(before);
      expect(up).toEqual([...numbers].sort((a, b) => a - b));
      expect(sorted(numbers, "descending")).toEqual([...up].reverse());
    }),
    { seed: 20260919 },
  );
});

test("sorts up at the first press, down at the second, up again at the third, and up on another column", () => {
  const first = nextOrder(undefined, "due");
  const second = nextOrder(first, "due");

  expect([first.direction, second.direction, nextOrder(second, "due").direction]).toEqual(["ascending", "descending", "ascending"]);
  expect(nextOrder(second, "title")).toEqual({ column: "title", direction: "ascending" });
});
