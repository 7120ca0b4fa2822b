import { besideOf, type Span } from "../enrol-children/elsewhere.js";
import { findProgramme, lockSession, postsOf, sessionsOfProgramme, type SessionRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { lockPeople } from "../vet-adults/adult.repository.js";
import { onDuty } from "./roster.js";

/** The dates of a programme, those of its home `beside` these, and the people on duty at its own, theirs to change until this is done, by id; its own as they stand then. */
export async function lockDates({ db }: ActivitiesContext, programmeId: string, beside: readonly Span[] = []): Promise<SessionRow[]> {
  const ids = (await sessionsOfProgramme(db, programmeId)).map(({ id }) => id);
  const posts = (await postsOf(db, ids)).filter(({ state }) => onDuty.includes(state));
  await lockPeople(
    db,
    posts.map(({ adultId }) => adultId),
  );
  const others = beside.length === 0 ? [] : await besideOf(db, (await findProgramme(db, programmeId))!.homeId, beside);
  for (const id of [...new Set([...ids, ...others.map((one) => one.id)])].sort()) await lockSession(db, id);
  return sessionsOfProgramme(db, programmeId);
}
