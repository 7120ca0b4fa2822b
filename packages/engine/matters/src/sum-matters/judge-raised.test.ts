import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeRaised, medianOf, outcomes, type Raised } from "./judge-raised.js";

const matter = (id: string, state: string, splitFromId: string | null = null): Raised => ({ id, state, splitFromId });

test("each matter is counted once as it was raised, and what was split by all its parts", () => {
  const judged = judgeRaised([
    ...[matter("a", "resolved"), matter("b", "scheduled"), matter("c", "returned"), matter("d", "withdrawn"), matter("e", "merged")],
    ...[matter("f", "split"), matter("f1", "resolved", "f"), matter("f2", "decided", "f")],
    ...[matter("g", "split"), matter("g1", "resolved", "g"), matter("g2", "split", "g"), matter("g3", "withdrawn", "g2"), matter("g4", "merged", "g2")],
    ...[matter("h", "split"), matter("h1", "withdrawn", "h"), matter("h2", "withdrawn", "h")],
  ]);

  expect(Object.fromEntries(judged)).toEqual({
    ...{ a: "resolved", b: "underway", c: "returned", d: "withdrawn", e: "merged" },
    ...{ f: "underway", g: "resolved", h: "withdrawn" },
  });
});

test("whatever the states, the outcomes add up to what was raised", () => {
  const states = fc.constantFrom("proposed", "accepted", "split", "merged", "returned", "withdrawn", "resolved", "decided");
  fc.assert(
    fc.property(fc.array(fc.tuple(states, fc.option(fc.nat({ max: 20 }), { nil: null })), { maxLength: 20 }), (drawn) => {
      const rows = drawn.map(([state, of], i) => matter(`${i}`, state, of !== null && of < i ? `${of}` : null));
      const judged = [...judgeRaised(rows).values()];
      const sum = outcomes.reduce((total, outcome) => total + judged.filter((one) => one === outcome).length, 0);

      expect(sum).toBe(rows.filter(({ splitFromId }) => splitFromId === null).length);
    }),
  );
});

test("the middle is the middle one, or between the two in the middle", () => {
  expect([[], [7], [9, 1, 5], [4, 1, 2, 10]].map(medianOf)).toEqual([null, 7, 5, 3]);
});
