import { expect, test } from "vitest";
import type { CommitmentState } from "../commitments.js";
import { commitmentMoves, endedStates, findNextState, openStates } from "./commitment-state.js";

const states: readonly CommitmentState[] = [
  "offered",
  "confirmed",
  "in_progress",
  "submitted",
  "verified",
  "closed",
  "declined",
  "reopened",
  "transferred",
  "void",
];

/** Written by hand, apart from the table: every allowed step, and no other. */
const allowed = `
offered confirm confirmed
offered decline declined
offered progress in_progress
offered submit submitted
offered transfer transferred
offered void void
confirmed withdraw declined
confirmed giveBack declined
confirmed progress in_progress
confirmed submit submitted
confirmed transfer transferred
confirmed void void
in_progress withdraw declined
in_progress giveBack declined
in_progress progress in_progress
in_progress submit submitted
in_progress transfer transferred
in_progress void void
reopened withdraw declined
reopened giveBack declined
reopened progress in_progress
reopened submit submitted
reopened transfer transferred
reopened void void
submitted reject in_progress
submitted verify verified
verified close closed
verified reopen reopened
closed reopen reopened`;

test("every pair of a state and a move goes where the list says, or nowhere", () => {
  const found = states
    .flatMap((from) => commitmentMoves.map((move) => [from, move, findNextState(from, move)] as const))
    .filter(([, , to]) => to !== undefined);

  expect(found.map((step) => step.join(" ")).sort()).toEqual(allowed.trim().split("\n").sort());
});

test("nothing is closed without having been submitted and verified before", () => {
  const into = (to: CommitmentState) => states.filter((from) => commitmentMoves.some((move) => findNextState(from, move) === to));

  expect([into("closed"), into("verified")]).toEqual([["verified"], ["submitted"]]);
});

test("what has ended stays ended, and what is open can still be worked on", () => {
  const last = states.filter((state) => commitmentMoves.every((move) => findNextState(state, move) === undefined));

  expect([...last].sort()).toEqual([...endedStates].sort());
  expect(states.filter((state) => findNextState(state, "submit"))).toEqual(states.filter((state) => openStates.includes(state)));
});
