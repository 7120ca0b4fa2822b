import { expect, test } from "vitest";
import { moves } from "../keep-state/matter-state.js";
import { countTabs, statesOf, tabs } from "./tabs.js";

test("every stage is under exactly one tab", () => {
  const listed = tabs.flatMap(statesOf);
  const reachable = new Set(["proposed", ...Object.values(moves).flatMap(({ from, to }) => [...from, to])]);

  expect([...listed].sort()).toEqual([...reachable].sort());
});

test("the counts of the tabs add up to the matters there are", () => {
  const counts = countTabs(
    new Map([
      ["proposed", 2],
      ["accepted", 3],
      ["deferred", 1],
      ["decided", 4],
      ["resolved", 5],
      ["merged", 1],
      ["split", 1],
    ]),
  );

  expect(counts).toEqual({ screening: 2, waiting: 4, working: 4, answered: 5, closed: 2 });
});
