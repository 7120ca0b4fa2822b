import fc from "fast-check";
import { expect, test } from "vitest";
import { placeKinds } from "../words.js";
import { canHold, chooseHome, choosePath, isWithin, pathsAbove } from "./place-path.js";

const ids = fc.array(fc.uuid({ version: 7 }), { minLength: 1, maxLength: 6 });
const pathOf = (chain: readonly string[]) => chain.reduce<string | undefined>((parent, id) => choosePath(parent, id), undefined)!;

test("a path lies within its parent's, ends in a slash, and never within a sibling's", () => {
  fc.assert(
    fc.property(ids, fc.uuid({ version: 7 }), fc.uuid({ version: 7 }), (chain, a, b) => {
      fc.pre(a.slice(-8) !== b.slice(-8));
      const parent = pathOf(chain);
      const [one, other] = [choosePath(parent, a), choosePath(parent, b)];
      expect(one.endsWith("/") && isWithin(one, parent)).toBe(true);
      expect(isWithin(one, other)).toBe(false);
    }),
    { seed: 20261124 },
  );
});

test("the paths above a path are those of its chain, from the top", () => {
  fc.assert(
    fc.property(ids, (chain) => void expect(pathsAbove(pathOf(chain))).toEqual(chain.map((_, i) => pathOf(chain.slice(0, i + 1))))),
    { seed: 20261124 },
  );
});

test("no kind holds itself, and nothing lies in a building", () => {
  expect(placeKinds.filter((kind) => canHold(kind, kind))).toEqual([]);
  expect(placeKinds.filter((kind) => canHold("building", kind))).toEqual([]);
  expect(canHold("grid", "compound") && canHold("compound", "grid") && canHold("community", "building")).toBe(true);
});

test("a resident's home is the community around them, or their place when there is none", () => {
  const above = [
    { path: "/c/", kind: "county" },
    { path: "/c/g/", kind: "community" },
    { path: "/c/g/h/", kind: "compound" },
  ];

  expect(chooseHome("/c/g/h/", above)).toBe("/c/g/");
  expect(chooseHome("/c/", above)).toBe("/c/");
});
