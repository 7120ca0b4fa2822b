import { findHome } from "../keep-homes/home.repository.js";
import { whenOf, writeAdults, type Letter } from "../plan-programme/write-letters.js";
import type { ActivitiesContext } from "../plugin.js";
import { isDirector } from "./must-be.js";
import { findProgramme, type SessionRow } from "./session.repository.js";

/** Writes once to the director of a session's home what came about without them: not what they do themselves, and no child is named. Gives the name of who has to be told otherwise. */
export async function tellDirector(
  ctx: ActivitiesContext,
  session: Pick<SessionRow, "homeId" | "programmeId" | "heldOn" | "startsAt">,
  { kind, about, words = {} }: Pick<Letter, "kind" | "about"> & Partial<Pick<Letter, "words">>,
): Promise<string[]> {
  if (await isDirector(ctx, session.homeId)) return [];
  const { directorId } = (await findHome(ctx.db, session.homeId))!;
  const { title } = (await findProgramme(ctx.db, session.programmeId))!;
  return writeAdults(ctx, [directorId], () => ({ kind, about, words: { when: whenOf(session, ctx.clock.zone), title, ...words } }));
}
