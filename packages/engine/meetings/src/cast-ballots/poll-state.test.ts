import { expect, test } from "vitest";
import { findNextPollState, pollMoves, pollStates, type PollMove } from "./poll-state.js";

/** Written by hand, apart from the table. */
const allowed = `
preparing open open
preparing withdraw withdrawn
open close closed
open withdraw withdrawn`;

test("every pair of a stage and a move goes where the list says, or nowhere", () => {
  const moves = Object.keys(pollMoves) as PollMove[];
  const found = pollStates.flatMap((from) => moves.map((move) => [from, move, findNextPollState(from, move)])).filter(([, , to]) => to !== undefined);

  expect(found.map((step) => step.join(" ")).sort()).toEqual(allowed.trim().split("\n").sort());
});
