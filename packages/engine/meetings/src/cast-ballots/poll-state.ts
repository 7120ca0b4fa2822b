/** The stages of a poll (票决). */
export const pollStates = ["preparing", "open", "closed", "withdrawn"] as const;
export type PollState = (typeof pollStates)[number];

/** What can be done with a poll, and from which stage to which; nothing else changes a poll's stage. */
export const pollMoves = {
  open: { from: ["preparing"], to: "open" },
  close: { from: ["open"], to: "closed" },
  withdraw: { from: ["preparing", "open"], to: "withdrawn" },
} as const satisfies Record<string, { readonly from: readonly PollState[]; readonly to: PollState }>;
export type PollMove = keyof typeof pollMoves;

/** The stage after a move, or undefined when the stage does not allow it. O(1). */
export function findNextPollState(state: PollState, move: PollMove): PollState | undefined {
  const { from, to } = pollMoves[move] as { from: readonly PollState[]; to: PollState };
  return from.includes(state) ? to : undefined;
}
