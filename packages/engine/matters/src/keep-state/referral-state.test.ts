import { expect, test } from "vitest";
import { findNextReferralState, referralMoves, referralStates, type ReferralMove } from "./referral-state.js";

/** Written by hand, apart from the table: every allowed step, and no other. */
const allowed = `
sent acceptReferral accepted
sent returnReferral returned
sent answerReferral answered
accepted returnReferral returned
accepted answerReferral answered
sent endReferral ended
accepted endReferral ended`;

test("every pair of a stage and a move of a referral goes where the list says, or nowhere", () => {
  const moves = Object.keys(referralMoves) as ReferralMove[];

  const found = referralStates
    .flatMap((from) => moves.map((move) => [from, move, findNextReferralState(from, move)] as const))
    .filter(([, , to]) => to !== undefined);

  expect(found.map((step) => step.join(" ")).sort()).toEqual(allowed.trim().split("\n").sort());
});
