import fc from "fast-check";
import { expect, test } from "vitest";
import { fullNameOf, idsAbove, orderPlaces } from "./order-places.js";

const place = (id: string, name: string, parentId: string | null = null) => ({ id, name, parentId });

test("puts each place below its parent, brothers by their number whichever way it is written", () => {
  const places = [
    place("g3", "第三网格", "c"),
    place("b10", "10栋", "h"),
    place("b2", "2栋", "h"),
    place("c", "光明路社区"),
    place("g1", "第一网格", "c"),
    place("g12", "第十二网格", "c"),
    place("h", "和平苑", "g1"),
    place("g2", "第二网格", "c"),
  ];

  expect(orderPlaces(places).map(({ id, depth }) => `${depth} ${id}`)).toEqual(["0 c", "1 g1", "2 h", "3 b2", "3 b10", "1 g2", "1 g3", "1 g12"]);
});

test("a place whose parent one may not see stands on top", () => {
  expect(orderPlaces([place("h", "和平苑", "hidden")])).toMatchObject([{ id: "h", depth: 0 }]);
});

test("loses nobody and repeats nobody", () => {
  const tree = fc
    .array(fc.nat({ max: 30 }), { maxLength: 30 })
    .map((parents) => parents.map((parent, i) => place(`p${i}`, `${parent}栋`, parent < i ? `p${parent}` : null)));
  fc.assert(
    fc.property(tree, (places) => {
      const ordered = orderPlaces(places);
      expect(ordered.map((one) => one.id).sort()).toEqual(places.map((one) => one.id).sort());
      for (const [i, one] of ordered.entries()) if (one.depth > 0) expect(ordered.slice(0, i).some((above) => above.id === one.parentId)).toBe(true);
    }),
    { seed: 20261126 },
  );
});

test("knows what lies above a place", () => {
  const places = [place("c", "社区"), place("h", "和平苑", "c"), place("b", "3栋", "h"), place("x", "松涛园", "c")];

  expect([...idsAbove(places, "b")]).toEqual(["b", "h", "c"]);
  expect([...idsAbove(places, "gone")]).toEqual([]);
});

test("tells a building with its compound", () => {
  expect([
    fullNameOf({ name: "3栋", kind: "building" }, "和平苑"),
    fullNameOf({ name: "和平苑", kind: "compound" }, "第一网格"),
    fullNameOf({ name: "3栋", kind: "building" }, null),
  ]).toEqual(["和平苑 3栋", "和平苑", "3栋"]);
});
