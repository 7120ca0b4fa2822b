import { expect, test } from "vitest";
import { MatchingError } from "../errors.js";
import { readProblem } from "./read-problem.js";
import { solveProblem } from "./solve-problem.js";

const min = `c two sources, one sink, a lower bound of one on the dear way
p min 4 5
n 1 4
n 4 -4
a 1 2 0 4 2
a 1 3 0 2 2
a 2 3 0 2 1
a 2 4 1 3 3
a 3 4 0 5 1
`;

const asn = `p asn 6 5
n 1
n 2
n 3
a 1 4 5
a 1 5 1
a 2 4 1
a 2 6 9
a 3 6 2
`;

function codeOf(text: string): { code: string; item: string } | undefined {
  try {
    readProblem(text);
  } catch (error) {
    if (error instanceof MatchingError) return { code: error.code, item: error.item };
    throw error;
  }
  return undefined;
}

test("solves a DIMACS minimum-cost flow with a certificate", () => {
  expect(solveProblem(readProblem(min))).toMatchObject({ kind: "network", solved: true, objective: 15, certified: true });
});

test("solves a DIMACS assignment with a certificate", () => {
  expect(solveProblem(readProblem(asn))).toMatchObject({ kind: "pairing", solved: true, objective: 4, certified: true });
});

test("solves a plan in the JSON form", () => {
  const text = JSON.stringify({
    format: "lianxin-match/1",
    people: [{ id: "a" }, { id: "b" }],
    places: [{ id: "x" }],
    wishes: [{ id: "far", text: "路程", unit: "公里", weight: 2 }],
    pairs: [
      { person: "a", place: "x", amounts: { far: 1.5 } },
      { person: "b", place: "x", amounts: { far: 0.2 } },
    ],
  });

  expect(solveProblem(readProblem(text))).toMatchObject({ kind: "plan", objective: 0.4, certified: true });
});

test("refuses broken files by line or field, and answers nothing", () => {
  expect(codeOf("hello")).toEqual({ code: "badFormat", item: "file" });
  expect(codeOf("p min 2 1\na 1 x 0 1 1\n")).toEqual({ code: "badFormat", item: "line 2" });
  expect(codeOf("p min 2 2\na 1 2 0 1 1\n")).toEqual({ code: "lengthMismatch", item: "arcs" });
  expect(codeOf("p min 2 1\nn 1 1\na 1 2 0 1 1\n")).toEqual({ code: "unbalanced", item: "supply" });
  expect(codeOf("p min 2 1\na 1 3 0 1 1\n")).toEqual({ code: "outOfRange", item: "arc 0" });
  expect(codeOf("p min 2 1\na 1 2 0 1 99999999999\n")).toEqual({ code: "costTooLarge", item: "line 2" });
  expect(codeOf('{"format":"lianxin-match/1","people":[],"places":[],"pairs":[]}')).toEqual({ code: "emptySide", item: "places" });
  expect(codeOf('{"format":"lianxin-match/1","people":[{"id":1}]}')).toEqual({ code: "badFormat", item: "people 0 id" });
  expect(codeOf('{"format":"lianxin-match/1","people":[{"id":"a","age":9}],"places":[],"pairs":[]}')).toEqual({ code: "badFormat", item: "people 0 age" });
});
