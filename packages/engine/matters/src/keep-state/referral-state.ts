/** The stages of a matter's way to one unit (派单 → 接单 → 退单 / 办结). */
export const referralStates = ["sent", "accepted", "returned", "answered", "ended"] as const;
export type ReferralState = (typeof referralStates)[number];

/** What a unit can do with what was sent to it, and that it ends with its matter; nothing else changes the stage. */
export const referralMoves = {
  acceptReferral: { from: ["sent"], to: "accepted" },
  returnReferral: { from: ["sent", "accepted"], to: "returned" },
  answerReferral: { from: ["sent", "accepted"], to: "answered" },
  endReferral: { from: ["sent", "accepted"], to: "ended" },
} as const satisfies Record<string, { readonly from: readonly ReferralState[]; readonly to: ReferralState }>;
export type ReferralMove = keyof typeof referralMoves;

/** The stage after a move, or undefined when the stage does not allow it. O(1). */
export function findNextReferralState(state: ReferralState, move: ReferralMove): ReferralState | undefined {
  const { from, to } = referralMoves[move] as { from: readonly ReferralState[]; to: ReferralState };
  return from.includes(state) ? to : undefined;
}

/** What is still with a unit. */
export const isLive = (state: string): boolean => state === "sent" || state === "accepted";
