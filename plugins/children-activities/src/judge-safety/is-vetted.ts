/** What an authority said about an adult on a day: the verdict, never the document. */
export interface CheckFact {
  /** What it was asked for: "children" covers every activity here. */
  readonly scope: "children" | "other";
  readonly checkedOn: string;
  /** The last day it holds. */
  readonly untilOn: string;
  readonly verdict: "clear" | "not_clear";
  readonly revokedAt: string | null;
}
export type Vetting = "vetted" | "none" | "expired" | "notClear";

/**
 * Does a clear check for work with children hold on a day? A check that was not clear counts from its day until a later clear one. O(checks).
 */
export function vettingOn(checks: readonly CheckFact[], on: string, now: string): Vetting {
  const known = checks
    .filter(({ scope, checkedOn, revokedAt }) => scope === "children" && checkedOn <= on && (revokedAt === null || revokedAt > now))
    .sort((a, b) => (a.checkedOn === b.checkedOn ? (a.verdict === "not_clear" ? -1 : 1) : a.checkedOn < b.checkedOn ? 1 : -1));
  const [newest] = known;
  if (!newest) return "none";
  if (newest.verdict === "not_clear") return "notClear";
  return known.some(({ verdict, untilOn }) => verdict === "clear" && on <= untilOn) ? "vetted" : "expired";
}
