import type { CommitmentState } from "../commitments.js";
import { defineMachine, findNext } from "./state-machine.js";

const working = ["confirmed", "in_progress", "reopened"] as const;
const open = ["offered", ...working] as const;

/** What can be done with a commitment, and from which state to which; nothing else changes its state. Work reported on an offer accepts it. */
export const commitmentMachine = defineMachine({
  name: "commitment",
  states: ["offered", "confirmed", "in_progress", "submitted", "verified", "closed", "declined", "reopened", "transferred", "void"],
  first: ["offered", "confirmed"],
  moves: {
    confirm: { from: ["offered"], to: "confirmed" },
    decline: { from: ["offered"], to: "declined" },
    withdraw: { from: working, to: "declined" },
    /** What was assigned and accepted, by an approved request alone. */
    giveBack: { from: working, to: "declined" },
    progress: { from: open, to: "in_progress" },
    submit: { from: open, to: "submitted" },
    reject: { from: ["submitted"], to: "in_progress" },
    verify: { from: ["submitted"], to: "verified" },
    close: { from: ["verified"], to: "closed" },
    reopen: { from: ["verified", "closed"], to: "reopened" },
    transfer: { from: open, to: "transferred" },
    void: { from: open, to: "void" },
  },
});
export const moves = commitmentMachine.moves;

export type CommitmentMove = keyof typeof moves;
export const commitmentMoves = Object.keys(moves) as readonly CommitmentMove[];

/** States in which the owner still has to do the work: only these can become due, late and reminded of. */
export const openStates: readonly CommitmentState[] = open;
/** States that leave the part without this commitment: somebody else may take it. */
export const endedStates: readonly CommitmentState[] = ["declined", "transferred", "void"];

/** The state after a move, or undefined when the state does not allow it. O(1). */
export const findNextState = (state: CommitmentState, move: CommitmentMove): CommitmentState | undefined => findNext(commitmentMachine, state, move);
