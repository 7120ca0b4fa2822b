import { law } from "../judge-safety/law.js";
import type { SessionRow } from "../keep-safe/session.repository.js";
import { addMinutes } from "../tell-time/tell-time.js";

type Counted = Pick<SessionRow, "state" | "countedAt" | "openedAt">;
/** A count that is under way at its minute is not overdue. */
const graceMinutes = 5;

/** When heads have to be counted next while a session is open; null when it is not. */
export function countDueAt({ state, countedAt, openedAt }: Counted): string | null {
  const from = countedAt ?? openedAt;
  return state === "open" && from !== null ? addMinutes(from, law.countMinutes.value) : null;
}

/** Was a head count left out while children are there? */
export function isCountLate(session: Counted, present: number, now: string): boolean {
  const due = countDueAt(session);
  return due !== null && present > 0 && now >= addMinutes(due, graceMinutes);
}

/** Is it past the hour and a child still there? */
export const isUncollected = ({ state, endsAt }: Pick<SessionRow, "state" | "endsAt">, present: number, now: string): boolean =>
  state === "open" && present > 0 && now >= endsAt;
