import { expect, test } from "vitest";
import { answerMessage, type MatchingRequest } from "./answer-message.js";

const problem = { format: "lianxin-match/1", people: [{ id: "a" }, { id: "b" }], places: [{ id: "x" }], pairs: [{ person: "a", place: "x" }] } as const;

test("answers a plan, questions about placements, and a file", () => {
  expect(answerMessage({ id: 2, call: "plan", problem })).toMatchObject({ id: 2, kind: "done", result: { solved: true, certified: true } });
  expect(answerMessage({ id: 3, call: "explain", problem, placements: [{ person: "a", place: "x" }] })).toMatchObject({
    id: 3,
    kind: "done",
    result: [{ inPlan: true, price: { kind: "impossible" } }],
  });
  expect(answerMessage({ id: 4, call: "solve", text: "p asn 2 1\nn 1\na 1 2 7\n" })).toMatchObject({ kind: "done", result: { objective: 7 } });
});

test("refuses in codes, and has nothing to say to a cancel", () => {
  expect(answerMessage({ id: 4, call: "plan", problem: { ...problem, people: [] } })).toMatchObject({ id: 4, kind: "failed", error: { code: "emptySide" } });
  expect(answerMessage({ id: 5, call: "dance" } as unknown as MatchingRequest)).toMatchObject({ kind: "failed", error: { code: "badFormat", item: "call" } });
  expect(answerMessage({ id: 5, call: "cancel" })).toBeUndefined();
});

test.each([
  ["no problem", { call: "plan" }, "problem"],
  ["no placements", { call: "explain", problem }, "placements"],
  ["a hole among placements", { call: "explain", problem, placements: new Array(1) }, "placements 0 person"],
  ["a placement without a place", { call: "explain", problem, placements: [{ person: "a" }] }, "placements 0 place"],
  ["no text", { call: "solve", text: 7 }, "text"],
])("refuses a request with %s", (_what, request, item) => {
  expect(answerMessage({ id: 6, ...request } as unknown as MatchingRequest)).toMatchObject({ kind: "failed", error: { code: "badFormat", item } });
});
