import { expect, test } from "vitest";
import type { PlanProblem } from "../plan-people/plan-problem.js";
import type { MatchingReply, MatchingRequest } from "./answer-message.js";
import { serveRequests } from "./serve-requests.js";

/** Serves requests without waiting: what is put off is done next, after the messages that `between` lets in; each look at the stopwatch takes 10 ms. */
function serve(first: unknown, between: readonly MatchingRequest[] = []): MatchingReply[] {
  const replies: MatchingReply[] = [];
  const queue: (() => void)[] = [];
  let now = 0;
  const handle = serveRequests({ reply: (reply) => replies.push(reply), stopwatch: () => (now += 10), later: (go) => queue.push(go) });
  handle(first as MatchingRequest);
  for (const message of between) handle(message);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) next();
  return replies;
}

const answerMessage = (request: unknown): MatchingReply | undefined => serve(request).at(-1);

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
  expect(answerMessage({ id: 5, call: "dance" })).toMatchObject({ kind: "failed", error: { code: "badFormat", item: "call" } });
  expect(answerMessage({ id: 5, call: "cancel" })).toBeUndefined();
});

test.each([
  ["no problem", { call: "plan" }, "problem"],
  ["no placements", { call: "explain", problem }, "placements"],
  ["a hole among placements", { call: "explain", problem, placements: new Array(1) }, "placements 0 person"],
  ["a placement without a place", { call: "explain", problem, placements: [{ person: "a" }] }, "placements 0 place"],
  ["no text", { call: "solve", text: 7 }, "text"],
])("refuses a request with %s", (_what, request, item) => {
  expect(answerMessage({ id: 6, ...request })).toMatchObject({ kind: "failed", error: { code: "badFormat", item } });
});

/** Many plans are as good, so that the search within a slack is long. */
const slow: PlanProblem = {
  format: "lianxin-match/1",
  people: Array.from({ length: 6 }, (_, k) => ({ id: `p${k}` })),
  places: Array.from({ length: 6 }, (_, k) => ({ id: `q${k}` })),
  wishes: [{ id: "far", text: "路程", unit: "公里", weight: 1 }],
  pairs: Array.from({ length: 36 }, (_, k) => ({ person: `p${k % 6}`, place: `q${Math.floor(k / 6)}`, amounts: { far: (k * 17) % 7 } })),
  previous: Array.from({ length: 6 }, (_, k) => ({ person: `p${k}`, place: `q${(k + 2) % 6}` })),
  keep: { mode: "slack", slack: 3 },
};

test("reports how many solves are done, in slices, and then the plan", () => {
  const replies = serve({ id: 7, call: "plan", problem: slow });

  const steps = replies.flatMap((reply) => (reply.kind === "progress" ? [reply.progress.steps] : []));
  expect(steps.length).toBeGreaterThan(3);
  expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  expect(replies.at(-1)).toMatchObject({ id: 7, kind: "done", result: { solved: true, certified: true } });
});

test("stops between two solves when it is cancelled, and goes on with others", () => {
  const replies = serve({ id: 8, call: "plan", problem: slow }, [
    { id: 9, call: "plan", problem },
    { id: 8, call: "cancel" },
  ]);

  expect(replies.filter(({ kind }) => kind !== "progress")).toEqual([
    { id: 9, kind: "done", result: expect.objectContaining({ solved: true }) as object },
    { id: 8, kind: "failed", error: { code: "cancelled", item: "call", params: {} } },
  ]);
});
