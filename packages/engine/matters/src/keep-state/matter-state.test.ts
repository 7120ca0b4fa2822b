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
  "scheduled",
  "discussed",
  "decided",
  "deferred",
  "escalated",
  "withdrawn",
];

/** Written by hand, apart from the table: every allowed step, and no other. */
const allowed = `
proposed beginScreening screening
proposed accept accepted
proposed merge merged
proposed refer referred
proposed return returned
proposed withdraw withdrawn
screening accept accepted
screening merge merged
screening refer referred
screening return returned
screening withdraw withdrawn
accepted withdraw withdrawn
accepted schedule scheduled
accepted escalate escalated
scheduled discuss discussed
scheduled defer deferred
discussed decide decided
discussed defer deferred
discussed escalate escalated
deferred withdraw withdrawn
deferred schedule scheduled
deferred escalate escalated`;

test("every pair of a stage and a move goes where the list says, or nowhere", () => {
  const found = states.flatMap((from) => matterMoves.map((move) => [from, move, findNextState(from, move)] as const)).filter(([, , to]) => to !== undefined);

  expect(found.map((step) => step.join(" ")).sort()).toEqual(allowed.trim().split("\n").sort());
});

test("what was answered does not move any more", () => {
  const ends = states.filter((state) => matterMoves.every((move) => findNextState(state, move) === undefined));

  expect(ends).toEqual(["merged", "referred", "returned", "decided", "escalated", "withdrawn"]);
});

test("each stage but the first is reached by some move", () => {
  const reached = new Set(states.flatMap((from) => matterMoves.map((move) => findNextState(from, move))));

  expect(states.filter((state) => !reached.has(state))).toEqual(["proposed"]);
});
