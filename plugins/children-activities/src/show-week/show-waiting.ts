import { everywhere } from "@lianxin/plugin-kit";
import { isDirector, leads } from "../keep-safe/must-be.js";
import { none } from "../keep-safe/session.repository.js";
import { waitingAt } from "../override-rule/override.js";
import type { ActivitiesContext } from "../plugin.js";

/**
 * Emergencies that wait for a second person who may be the reader: whoever leads that session, or signs for its community. Why a rule is to be set aside is told to its director and to who signs.
 * O(emergencies that wait), which are few.
 */
export async function showWaiting(ctx: ActivitiesContext, signsOff: (path: string) => Promise<boolean>) {
  const { db, clock, actor } = ctx;
  if (actor.personId === null) return [];
  const rows = await db
    .selectFrom("children_activities_override")
    .select("sessionId")
    .where("confirmedAt", "is", null)
    .where("untilAt", ">", clock.now())
    .execute();
  const sessions = await everywhere(db, "children_activities_session", "emergencies of which the reader may be the second person")
    .selectAll()
    .where("id", "in", [...none, ...rows.map(({ sessionId }) => sessionId)])
    .execute();
  const waiting = await waitingAt(
    ctx,
    sessions.map(({ id }) => id),
  );
  const shown = [];
  for (const { isOwn, reason, ...one } of waiting) {
    const session = sessions.find(({ id }) => id === one.sessionId)!;
    const [isLeader, signs] = [await leads(ctx, session), await signsOff(session.placePath)];
    if (isOwn || (!isLeader && !signs)) continue;
    const mayRead = signs || (await isDirector(ctx, session.homeId));
    shown.push({ ...one, programmeId: session.programmeId, isLeader, reason: mayRead ? reason : null });
  }
  return shown;
}
