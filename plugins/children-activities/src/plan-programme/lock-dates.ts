import { lockSession, postsOf, sessionsOfProgramme, type SessionRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { lockPeople } from "../vet-adults/adult.repository.js";
import { onDuty } from "./roster.js";

/** The dates of a programme, and the people on duty at them, theirs to change until this is done; as they stand then. */
export async function lockDates({ db }: ActivitiesContext, programmeId: string): Promise<SessionRow[]> {
  const ids = (await sessionsOfProgramme(db, programmeId)).map(({ id }) => id);
  const posts = (await postsOf(db, ids)).filter(({ state }) => onDuty.includes(state));
  await lockPeople(
    db,
    posts.map(({ adultId }) => adultId),
  );
  for (const id of ids) await lockSession(db, id);
  return sessionsOfProgramme(db, programmeId);
}
