import fc from "fast-check";
import { expect, test } from "vitest";
import { countEdits, nearNames } from "./near-names.js";

/** The definition itself, without a table. */
function editsByDefinition(one: string, other: string): number {
  if (one === "" || other === "") return one.length + other.length;
  if (one[0] === other[0]) return editsByDefinition(one.slice(1), other.slice(1));
  return 1 + Math.min(editsByDefinition(one.slice(1), other), editsByDefinition(one, other.slice(1)), editsByDefinition(one.slice(1), other.slice(1)));
}

test("proposes names one letter off, the nearest first, and nothing that is merely as short", () => {
  expect(nearNames("和平院", ["松涛园", "和平苑", "光明路"])).toEqual(["和平苑"]);
  expect(nearNames("东方红宿社", ["东方红宿舍", "东方宿舍", "北门老街"])).toEqual(["东方红宿舍", "东方宿舍"]);
  expect(nearNames("3", ["1", "2"])).toEqual([]);
});

test("counts edits as their definition does", () => {
  const word = fc.string({ unit: fc.constantFrom("和", "平", "苑"), maxLength: 5 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(countEdits(one, other)).toBe(editsByDefinition(one, other));
    }),
    { seed: 20261127 },
  );
});
