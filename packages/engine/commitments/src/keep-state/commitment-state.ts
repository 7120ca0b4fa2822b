import type { CommitmentState } from "../commitments.js";

/** What can be done with a commitment, and from which state to which; nothing else changes its state. Work reported on an offer accepts it. */
export const moves = {
  confirm: { from: ["offered"], to: "confirmed" },
  decline: { from: ["offered"], to: "declined" },
  progress: { from: ["offered", "confirmed", "in_progress", "reopened"], to: "in_progress" },
  submit: { from: ["offered", "confirmed", "in_progress", "reopened"], to: "submitted" },
  reject: { from: ["submitted"], to: "in_progress" },
  verify: { from: ["submitted"], to: "verified" },
  close: { from: ["verified"], to: "closed" },
  reopen: { from: ["verified", "closed"], to: "reopened" },
  transfer: { from: ["offered", "confirmed", "in_progress", "reopened"], to: "transferred" },
  void: { from: ["offered", "confirmed", "in_progress", "reopened"], to: "void" },
} as const satisfies Record<string, { readonly from: readonly CommitmentState[]; readonly to: CommitmentState }>;

export type CommitmentMove = keyof typeof moves;
export const commitmentMoves = Object.keys(moves) as readonly CommitmentMove[];

/** States in which the owner still has to do the work: only these can become due, late and reminded of. */
export const openStates: readonly CommitmentState[] = ["offered", "confirmed", "in_progress", "reopened"];
/** States that leave the part without this commitment: somebody else may take it. */
export const endedStates: readonly CommitmentState[] = ["declined", "transferred", "void"];

/** The state after a move, or undefined when the state does not allow it. O(1). */
export function findNextState(state: CommitmentState, move: CommitmentMove): CommitmentState | undefined {
  const { from, to } = moves[move] as { from: readonly CommitmentState[]; to: CommitmentState };
  return from.includes(state) ? to : undefined;
}
