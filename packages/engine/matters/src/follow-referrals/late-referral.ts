import type { ReferralRow } from "../refer-matter/referral.repository.js";

/** Full days a unit has to take what was sent to it; from then on it reads as late. */
export const acceptDays = 3;
const dayLength = 86_400_000;

/** The latest moment at which what is not taken yet was sent too long ago. */
export const lateBefore = (now: string): string => new Date(Date.parse(now) - acceptDays * dayLength).toISOString();

/** How many full days nobody took what was sent to a unit, once that is too long; null before, and once it was taken. O(1). */
export function lateDaysOf({ state, sentAt }: Pick<ReferralRow, "state" | "sentAt">, now: string): number | null {
  return state === "sent" && sentAt <= lateBefore(now) ? Math.floor((Date.parse(now) - Date.parse(sentAt)) / dayLength) : null;
}
