import { expect, test } from "vitest";
import { answerMessage, type MatchingRequest } from "./answer-message.js";

const problem = { format: "lianxin-match/1", people: [{ id: "a" }, { id: "b" }], places: [{ id: "x" }], pairs: [{ person: "a", place: "x" }] } as const;

test("answers a plan, questions about placements, and a file", () => {
  expect(answerMessage({ id: 2, call: "plan", problem })).toMatchObject({ id: 2, kind: "done", result: { solved: true, certified: true } });
  expect(answerMessage({ id: 3, call: "explain", problem, placements: [{ person: "a", place: "x" }] })).toMatchObject({
    id: 3,
    kind: "done",
    result: [{ inPlan: true, price: undefined }],
  });
  expect(answerMessage({ id: 4, call: "solve", text: "p asn 2 1\nn 1\na 1 2 7\n" })).toMatchObject({ kind: "done", result: { objective: 7 } });
});

test("refuses in codes, and has nothing to say to a cancel", () => {
  expect(answerMessage({ id: 4, call: "plan", problem: { ...problem, people: [] } })).toMatchObject({ id: 4, kind: "failed", error: { code: "emptySide" } });
  expect(answerMessage({ id: 5, call: "dance" } as unknown as MatchingRequest)).toMatchObject({ kind: "failed", error: { code: "badFormat", item: "call" } });
  expect(answerMessage({ id: 5, call: "cancel" })).toBeUndefined();
});
