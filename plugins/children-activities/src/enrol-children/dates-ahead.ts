import { errors } from "../errors.js";
import { sessionsOfProgramme, type ProgrammeRow, type SessionRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";

/** The dates of a programme children may be enrolled for: ahead, planned or published. Throws notPublished while no date is, enrolmentClosed after the last day. */
export async function datesAhead({ db, clock }: ActivitiesContext, { id, closesOn }: ProgrammeRow): Promise<SessionRow[]> {
  const ahead = (await sessionsOfProgramme(db, id)).filter(({ endsAt, state }) => endsAt > clock.now() && (state === "planned" || state === "published"));
  if (!ahead.some(({ state }) => state === "published")) throw errors.notPublished();
  if (clock.today() > closesOn) throw errors.enrolmentClosed({ day: closesOn });
  return ahead;
}
