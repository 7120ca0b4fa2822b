import { expect, test } from "vitest";
import { layOut, type CountyFacts } from "./lay-out.js";

const village = (path: string, east: number | null, north: number | null, pairs = 7, overdue = 0) => ({
  path,
  name: path,
  town: "镇",
  east,
  north,
  pairs,
  overdue,
});
const size = { width: 360, height: 300 };

test("north is up and east is right, one scale for both, nothing leaves the picture", () => {
  const facts: CountyFacts = {
    villages: [village("a", 0, 0), village("b", 10_000, 0), village("c", 0, 5_000)],
    lines: [
      { from: "a", to: "b", pairs: 2 },
      { from: "a", to: "x", pairs: 1 },
    ],
  };

  const { spots, lines } = layOut(facts, size);

  const [a, b, c] = spots as [(typeof spots)[number], (typeof spots)[number], (typeof spots)[number]];
  expect([b.x > a.x, b.y === a.y, c.y < a.y, c.x === a.x]).toEqual([true, true, true, true]);
  expect((b.x - a.x) / (a.y - c.y)).toBeCloseTo(2, 1);
  expect(lines).toMatchObject([{ x1: a.x, x2: b.x, pairs: 2 }]);
  for (const { x, y, radius } of spots) expect([x - radius >= 0, x + radius <= 360, y - radius >= 0, y + radius <= 300]).toEqual([true, true, true, true]);
});

test("the area of a circle grows with its pairs, the ring with what is overdue, and a village without a position is left to the list", () => {
  const { spots } = layOut({ villages: [village("a", 0, 0, 4, 1), village("b", 100, 0, 16, 16), village("c", null, null)], lines: [] }, size);

  expect(spots.map(({ radius, share }) => [radius, share])).toEqual([
    [2.3, 0.25],
    [4.5, 1],
  ]);
  expect(layOut({ villages: [], lines: [] }, size)).toEqual({ spots: [], lines: [], towns: [] });
});

test("a township's name stands above the middle of its villages, once", () => {
  const of = (town: string, path: string, east: number, north: number) => ({ ...village(path, east, north), town });
  const { spots, towns } = layOut({ villages: [of("甲镇", "a", 0, 0), of("甲镇", "b", 100, 50), of("乙镇", "c", 400, 0)], lines: [] }, size);

  const [a, b] = spots as [(typeof spots)[number], (typeof spots)[number]];
  expect(towns.map(({ name }) => name)).toEqual(["甲镇", "乙镇"]);
  expect(towns[0]!.x).toBeCloseTo((a.x + b.x) / 2, 0);
  expect(towns[0]!.y).toBeLessThan(b.y - b.radius);
});
