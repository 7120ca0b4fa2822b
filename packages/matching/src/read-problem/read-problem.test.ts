import { expect, test } from "vitest";
import { MatchingError } from "../errors.js";
import { expectWords } from "../testing/code-of.js";
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

function refusalOf(text: string): { code: string; item: string } | undefined {
  try {
    readProblem(text);
  } catch (error) {
    if (!(error instanceof MatchingError)) throw error;
    expectWords(error);
    return { code: error.code, item: error.item };
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
  expect(refusalOf("hello")).toEqual({ code: "badFormat", item: "file" });
  expect(refusalOf("p min 2 1\na 1 x 0 1 1\n")).toEqual({ code: "notInteger", item: "line 2" });
  expect(refusalOf("p min 2 2\na 1 2 0 1 1\n")).toEqual({ code: "lengthMismatch", item: "arcs" });
  expect(refusalOf("p min 2 1\nn 1 1\na 1 2 0 1 1\n")).toEqual({ code: "unbalanced", item: "supply" });
  expect(refusalOf("p min 2 1\na 1 3 0 1 1\n")).toEqual({ code: "outOfRange", item: "line 2" });
  expect(refusalOf("p min 2 1\na 1 2 0 1 99999999999\n")).toEqual({ code: "costTooLarge", item: "line 2" });
  expect(refusalOf('{"format":"lianxin-match/1","people":[],"places":[],"pairs":[]}')).toEqual({ code: "emptySide", item: "places" });
  expect(refusalOf('{"format":"lianxin-match/1","people":[{"id":1}]}')).toEqual({ code: "badFormat", item: "people 0 id" });
  expect(refusalOf('{"format":"lianxin-match/1","people":[{"id":"a","age":9}],"places":[],"pairs":[]}')).toEqual({ code: "badFormat", item: "people 0 age" });
});

const head = { min: "p min 4 1\n", asn: "p asn 4 1\n" };
const arc = { min: "a 1 3 0 1 5\n", asn: "a 1 3 5\n" };

test.each<["min" | "asn", string, string, string, string]>([
  ["min", "a node before the head", `n 1 0\n${head.min}${arc.min}`, "badFormat", "line 1"],
  ["min", "an arc before the head", `${arc.min}${head.min}`, "badFormat", "line 1"],
  ["min", "two heads", `${head.min}${head.min}${arc.min}`, "badFormat", "line 2"],
  ["min", "a head of the other kind later on", `${head.min}p asn 4 1\n${arc.min}`, "badFormat", "line 2"],
  ["min", "words after the head", `p min 4 1 9\n${arc.min}`, "badFormat", "line 1"],
  ["min", "a head without counts", "p min\n", "badFormat", "line 1"],
  ["min", "fewer nodes than none", "p min -4 0\n", "badFormat", "line 1"],
  ["min", "half a node", `p min 4.0 1\n${arc.min}`, "notInteger", "line 1"],
  ["min", "the same node twice", `${head.min}n 1 3\nn 1 0\n${arc.min}`, "duplicateName", "line 3"],
  ["min", "a node that does not exist", `${head.min}n 99 0\n${arc.min}`, "outOfRange", "line 2"],
  ["min", "node nought", `${head.min}n 0 0\n${arc.min}`, "outOfRange", "line 2"],
  ["min", "words after a node", `${head.min}n 1 0 0\n${arc.min}`, "wordCount", "line 2"],
  ["min", "words after an arc", `${head.min}a 1 3 0 1 5 7\n`, "wordCount", "line 2"],
  ["min", "an arc without a cost", `${head.min}a 1 3 0 1\n`, "wordCount", "line 2"],
  ["min", "an arc to nowhere", `${head.min}a 1 5 0 1 5\n`, "outOfRange", "line 2"],
  ["min", "a hexadecimal cost", `${head.min}a 1 3 0 1 0x10\n`, "notInteger", "line 2"],
  ["min", "a cost with an exponent", `${head.min}a 1 3 0 1 1e3\n`, "notInteger", "line 2"],
  ["min", "a cost with a fraction", `${head.min}a 1 3 0 1 1.0\n`, "notInteger", "line 2"],
  ["min", "an endless upper bound", `${head.min}a 1 3 0 Infinity 1\n`, "notInteger", "line 2"],
  ["min", "a supply beyond 2⁵³", `${head.min}n 1 9007199254740993\n${arc.min}`, "notInteger", "line 2"],
  ["min", "a line of another letter", `${head.min}e 1 3\n${arc.min}`, "badFormat", "line 2"],
  ["min", "a letter run into its number", `${head.min}n1 0\n${arc.min}`, "badFormat", "line 2"],
  ["min", "more arcs than announced", `${head.min}${arc.min}${arc.min}`, "lengthMismatch", "arcs"],
  ["asn", "a node before the head", `n 1\n${head.asn}${arc.asn}`, "badFormat", "line 1"],
  ["asn", "two heads", `${head.asn}${head.asn}${arc.asn}`, "badFormat", "line 2"],
  ["asn", "words after the head", `p asn 4 1 9\n${arc.asn}`, "badFormat", "line 1"],
  ["asn", "the same node of the first side twice", `${head.asn}n 1\nn 1\nn 2\n${arc.asn}`, "duplicateName", "line 3"],
  ["asn", "a node that does not exist", `${head.asn}n 1\nn 99\n${arc.asn}`, "outOfRange", "line 3"],
  ["asn", "words after a node", `${head.asn}n 1 2\n${arc.asn}`, "wordCount", "line 2"],
  ["asn", "words after an arc", `${head.asn}n 1\na 1 3 5 7\n`, "wordCount", "line 3"],
  ["asn", "an arc from the second side", `${head.asn}n 1\na 3 1 5\n`, "outOfRange", "line 3"],
  ["asn", "an arc within the first side", `${head.asn}n 1\nn 2\na 1 2 5\n`, "outOfRange", "line 4"],
  ["asn", "an arc to nowhere", `${head.asn}n 1\na 1 5 5\n`, "outOfRange", "line 3"],
  ["asn", "a hexadecimal node", `${head.asn}n 0x1\n${arc.asn}`, "notInteger", "line 2"],
  ["asn", "a cost with an exponent", `${head.asn}n 1\na 1 3 1e3\n`, "notInteger", "line 3"],
  ["asn", "a cost with a fraction", `${head.asn}n 1\na 1 3 1.0\n`, "notInteger", "line 3"],
  ["asn", "the same pair twice", "p asn 2 2\nn 1\na 1 2 1\na 1 2 3\n", "duplicatePair", "edge 1"],
  ["asn", "fewer arcs than announced", "p asn 4 2\nn 1\na 1 3 5\n", "lengthMismatch", "arcs"],
])("refuses a .%s file with %s, by its line", (_kind, _what, text, code, item) => {
  expect(refusalOf(text)).toEqual({ code, item });
});

test("answers files in their own ids", () => {
  expect(solveProblem(readProblem("p asn 4 3\nn 4\nn 2\na 4 1 7\na 2 1 1\na 2 3 9\n")).answer).toEqual({
    solved: true,
    objective: 16,
    pairs: [
      [2, 3, 9],
      [4, 1, 7],
    ],
    prices: [1, 2, 3, 4].map((id): unknown => [id, expect.any(Number)]),
  });
  expect(solveProblem(readProblem("p asn 4 2\nn 4\nn 2\na 4 1 7\na 2 1 1\n")).answer).toEqual({
    solved: false,
    nodes: [2, 4],
    others: [1],
    need: 2,
    offer: 1,
    short: 1,
  });
  expect(solveProblem(readProblem(min)).answer).toMatchObject({
    flow: [
      [1, 2, 2],
      [1, 3, 2],
      [2, 3, 1],
      [2, 4, 1],
      [3, 4, 3],
    ],
  });
  expect(solveProblem(readProblem("p min 2 1\nn 1 3\nn 2 -3\na 1 2 0 1 1\n")).answer).toEqual({
    solved: false,
    nodes: [2],
    others: [],
    need: 3,
    offer: 1,
    short: 2,
  });
});

test("the prices of an assignment prove it by the ids of its file", () => {
  const { answer } = solveProblem(readProblem(asn));
  if (!("prices" in answer)) throw new Error("solvable");
  const priceOf = new Map(answer.prices);

  const reduced = (from: number, to: number, cost: number) => cost + priceOf.get(to)! - priceOf.get(from)!;

  const taken = new Set(answer.pairs.map(String));
  const arcs = [...asn.matchAll(/^a (\d) (\d) (\d)/gm)].map(([, ...numbers]) => numbers.map(Number) as [number, number, number]);
  expect(arcs.filter((arc) => (taken.has(String(arc)) ? reduced(...arc) > 0 : reduced(...arc) < 0))).toEqual([]);
  expect(arcs.length).toBe(5);
});
