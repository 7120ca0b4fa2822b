import { findHome } from "../keep-homes/home.repository.js";
import { findProgramme, type SessionRow } from "../keep-safe/session.repository.js";
import { signersOf } from "../plan-programme/await-signature.js";
import { whenOf, writeAdults } from "../plan-programme/write-letters.js";
import type { ActivitiesContext } from "../plugin.js";

/** Nobody comes for a child: who signs for the community and the home's director hear at once who reports it, but not which child. Gives by name whom no letter reaches. */
export async function tellUncollected(ctx: ActivitiesContext, session: SessionRow, about: string): Promise<string[]> {
  const { db, actor, clock, use } = ctx;
  const by = actor.personId!;
  const { directorId } = (await findHome(db, session.homeId))!;
  const people = [...new Set([directorId, ...(await signersOf(ctx, session.placePath, by))])].filter((id) => id !== by);
  const words = {
    when: whenOf(session, clock.zone),
    title: (await findProgramme(db, session.programmeId))!.title,
    name: (await use.directory.namesOf([by])).get(by) ?? "",
  };
  return writeAdults(ctx, people, () => ({ kind: "uncollected", about, words }));
}
