import { groupBy } from "../group-by.js";
import { kinOfChildren } from "../keep-children/child.repository.js";
import { mustDirect } from "../keep-safe/must-be.js";
import { attendancesOf, findSession } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { reachable } from "./write-letters.js";

/** Whom of the guardians of who is, or was until it was called off, on a date's list no text message reaches, by name and number, for the home's director alone. O(children). */
export async function showWhomToCall(ctx: ActivitiesContext, sessionId: string) {
  const session = (await findSession(ctx.db, sessionId))!;
  await mustDirect(ctx, session.homeId);
  const rows = (await attendancesOf(ctx.db, [sessionId])).filter(
    ({ state, calledOffAt }) => state === "enrolled" || (session.calledOffAt !== null && calledOffAt === session.calledOffAt),
  );
  const kin = groupBy(
    await kinOfChildren(
      ctx.db,
      rows.map(({ childId }) => childId),
    ),
    ({ guardianId }) => guardianId,
  );
  const guardians = [...kin.values()].map(([one]) => one!);
  const reached = await reachable(ctx, guardians);
  const untold = guardians.filter(({ guardianId }) => !reached.has(guardianId));
  const opened = (
    await ctx.disclose(
      untold.flatMap(({ name, phone }) => [name, phone]),
      "tell",
    )
  ).values();
  return untold.map(({ relation }) => ({ relation, name: opened.next().value ?? "", phone: opened.next().value ?? "" }));
}
