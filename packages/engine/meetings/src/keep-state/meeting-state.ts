import type { MeetingState } from "../meetings.js";

/** What can be done with a meeting, and from which stage to which; nothing else changes a meeting's stage. */
export const moves = {
  announce: { from: ["draft"], to: "noticed" },
  reschedule: { from: ["noticed", "inquorate"], to: "noticed" },
  cancel: { from: ["draft", "noticed", "inquorate"], to: "cancelled" },
  checkIn: { from: ["noticed", "checking_in"], to: "checking_in" },
  open: { from: ["checking_in"], to: "in_session" },
  findInquorate: { from: ["checking_in"], to: "inquorate" },
  close: { from: ["in_session"], to: "minutes_draft" },
  confirmMinutes: { from: ["minutes_draft"], to: "minutes_confirmed" },
  post: { from: ["minutes_confirmed"], to: "published" },
} as const satisfies Record<string, { readonly from: readonly MeetingState[]; readonly to: MeetingState }>;

export type MeetingMove = keyof typeof moves;
export const meetingMoves = Object.keys(moves) as readonly MeetingMove[];

/** The stage after a move, or undefined when the stage does not allow it. O(1). */
export function findNextState(state: MeetingState, move: MeetingMove): MeetingState | undefined {
  const { from, to } = moves[move] as { from: readonly MeetingState[]; to: MeetingState };
  return from.includes(state) ? to : undefined;
}
