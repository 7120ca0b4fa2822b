import { expect, test } from "vitest";
import type { MatterState } from "../matters.js";
import { findNextState, matterMoves } from "./matter-state.js";

const states: readonly MatterState[] = [
  "proposed",
  "screening",
  "accepted",
  "merged",
  "referred",
  "returned",
  "split",
  "scheduled",
  "discussed",
  "decided",
  "deferred",
  "escalated",
  "resolved",
  "withdrawn",
];

/** Written by hand, apart from the table: every allowed step, and no other. */
const allowed = `
proposed beginScreening screening
proposed accept accepted
proposed merge merged
proposed refer referred
proposed return returned
proposed split split
proposed withdraw withdrawn
proposed answer resolved
screening accept accepted
screening merge merged
screening refer referred
screening return returned
screening split split
screening withdraw withdrawn
screening answer resolved
accepted merge merged
accepted refer referred
accepted split split
accepted withdraw withdrawn
accepted schedule scheduled
accepted escalate escalated
accepted answer resolved
merged unmerge screening
split unsplit screening
screening joinBack withdrawn
accepted joinBack withdrawn
referred refer referred
referred bounce screening
referred split split
referred withdraw withdrawn
referred escalate escalated
referred answer resolved
returned reopen screening
scheduled discuss discussed
scheduled defer deferred
discussed decide decided
discussed defer deferred
discussed escalate escalated
decided answer resolved
discussed answer resolved
deferred answer resolved
screening resolve resolved
accepted resolve resolved
referred resolve resolved
decided resolve resolved
decided refuse deferred
deferred resolve resolved
escalated resolve resolved
deferred merge merged
deferred split split
deferred withdraw withdrawn
deferred schedule scheduled
escalated merge merged
escalated recall accepted
escalated schedule scheduled
escalated answer resolved
resolved reopen screening
resolved resume decided
deferred escalate escalated`;

test("every pair of a stage and a move goes where the list says, or nowhere", () => {
  const found = states.flatMap((from) => matterMoves.map((move) => [from, move, findNextState(from, move)] as const)).filter(([, , to]) => to !== undefined);

  expect(found.map((step) => step.join(" ")).sort()).toEqual(allowed.trim().split("\n").sort());
});

test("only what was taken back does not move any more", () => {
  const ends = states.filter((state) => matterMoves.every((move) => findNextState(state, move) === undefined));

  expect(ends).toEqual(["withdrawn"]);
});

test("each stage but the first is reached by some move", () => {
  const reached = new Set(states.flatMap((from) => matterMoves.map((move) => findNextState(from, move))));

  expect(states.filter((state) => !reached.has(state))).toEqual(["proposed"]);
});
