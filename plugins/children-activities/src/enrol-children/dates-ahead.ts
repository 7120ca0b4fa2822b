import { errors } from "../errors.js";
import { sessionsOfProgramme, type ProgrammeRow, type SessionRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";

/** States of a date to which children may come on the list; to one that is open only who was on it before. */
export const enrollable = ["planned", "published", "open"] as const;
/** Is the last day to enrol over? Who was on the list may still come back to it. */
export const isClosed = ({ clock }: Pick<ActivitiesContext, "clock">, { closesOn }: Pick<ProgrammeRow, "closesOn">): boolean => clock.today() > closesOn;

/** The dates of a programme children may be enrolled for: not over, planned, published or open. Throws notPublished while none is. */
export async function datesAhead({ db, clock }: ActivitiesContext, { id }: ProgrammeRow): Promise<SessionRow[]> {
  const ahead = (await sessionsOfProgramme(db, id)).filter(({ endsAt, state }) => endsAt > clock.now() && (enrollable as readonly string[]).includes(state));
  if (ahead.every(({ state }) => state === "planned")) throw errors.notPublished();
  return ahead;
}
