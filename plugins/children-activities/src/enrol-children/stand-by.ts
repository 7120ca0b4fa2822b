import type { AgeBand } from "../judge-safety/age-bands.js";
import { consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import type { ChildRow } from "../keep-children/child.repository.js";
import type { AttendanceRow, ProgrammeRow, SessionRow } from "../keep-safe/session.repository.js";
import { overlaps } from "./elsewhere.js";

/**
 * How a child stands by a programme: to be enrolled, enrolled for every date it may come to, enrolled but taken off a date or all of them, expected elsewhere at the time of every date, of another age, or
 * without consent for any date. In this order the list on the page says it.
 */
export const standings = ["fits", "enrolled", "cancelled", "busy", "band", "consent"] as const;
export type Standing = (typeof standings)[number];

export interface Stand {
  readonly childId: string;
  readonly standing: Standing;
  /** Of the dates ahead those with consent to keep the data and to take part, at whose time the child is expected nowhere else. */
  readonly agreed: readonly SessionRow[];
  /** Those with consent at whose time it is. */
  readonly busy: readonly SessionRow[];
  /** The first date without. */
  readonly missing: string | null;
}

/** How one child stands by a programme, from what was said about it, its rows at these dates and all dates it is `expected` at. O(dates × (facts + expected)). */
export function standBy(
  programme: Pick<ProgrammeRow, "id" | "bands">,
  sessions: readonly SessionRow[],
  { id, ageBand }: Pick<ChildRow, "id" | "ageBand">,
  said: readonly ConsentFact[],
  rows: readonly AttendanceRow[],
  expected: readonly SessionRow[],
  now: string,
): Stand {
  const holds = (on: string): boolean =>
    (["data", "participation"] as const).every((purpose) => hasConsent(said, { purpose, programmeId: programme.id, on, now }, consentTexts));
  const stateOf = new Map(rows.map(({ sessionId, state }) => [sessionId, state]));
  // Through open doors nobody new is enrolled; who was on that list may come back to it.
  const dates = sessions.filter((session) => session.state !== "open" || stateOf.get(session.id) === "cancelled");
  const consented = dates.filter(({ heldOn }) => holds(heldOn));
  const isOn = ({ id: sessionId }: SessionRow): boolean => stateOf.has(sessionId) && stateOf.get(sessionId) !== "cancelled";
  const busy = consented.filter((session) => !isOn(session) && expected.some((other) => overlaps(session, other)));
  const agreed = consented.filter((session) => !busy.includes(session));
  const missing = dates.find((session) => !consented.includes(session))?.heldOn ?? null;
  const standing = ((): Standing => {
    if (!programme.bands.includes(ageBand as AgeBand)) return "band";
    if (consented.length === 0) return "consent";
    if (agreed.length === 0) return "busy";
    if (agreed.some((session) => stateOf.get(session.id) === "cancelled")) return "cancelled";
    return agreed.every((session) => stateOf.has(session.id)) ? "enrolled" : "fits";
  })();
  return { childId: id, standing, agreed, busy, missing };
}
