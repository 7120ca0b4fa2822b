import { errors } from "../errors.js";
import { mustDirect } from "../keep-safe/must-be.js";
import type { ActivitiesContext } from "../plugin.js";
import { findChild, findCollector, kinOfChildren, markChanged } from "./child.repository.js";
import { mustBeAgreed } from "./must-be-agreed.js";
import { readName, readPhone } from "./read-values.js";
import type { SaidCollector } from "./register-child.js";

/** Somebody a guardian names to take the child home; for one session alone when it is given. Throws childUnknown, guardianUnknown, consentMissing, nameInvalid, phoneWrong. */
export async function nameCollector(
  ctx: ActivitiesContext,
  childId: string,
  said: SaidCollector,
  namedById: string,
  { sessionId = null, isConfirmed = false }: { readonly sessionId?: string | null; readonly isConfirmed?: boolean } = {},
): Promise<string> {
  const { db, newId, clock, audit } = ctx;
  const child = await findChild(db, childId);
  if (!child || child.deletedAt !== null) throw errors.childUnknown();
  if (!(await kinOfChildren(db, [childId])).some(({ guardianId }) => guardianId === namedById)) throw errors.guardianUnknown({}, "body.namedById");
  if (sessionId === null) await mustBeAgreed(ctx, childId);
  const id = newId();
  const values = { name: readName(said.name, "body.name"), phone: said.phone ? readPhone(said.phone, "body.phone") : null, relation: said.relation };
  await db
    .insertInto("children_activities_collector")
    .values({ id, childId, ...values, sessionId, namedById, createdAt: clock.now(), endedAt: null, confirmedAt: isConfirmed ? clock.now() : null })
    .execute();
  await markChanged(db, [childId]);
  audit("collector.name", id, { childId, isOneOff: sessionId !== null });
  return id;
}

/** Takes somebody off the list at once, and their data with it. Throws collectorUnknown. */
export async function endCollector(ctx: ActivitiesContext, id: string): Promise<void> {
  const collector = await findCollector(ctx.db, id);
  if (!collector || collector.endedAt !== null) throw errors.collectorUnknown();
  await ctx.db.updateTable("children_activities_collector").set({ endedAt: ctx.clock.now() }).where("id", "=", id).execute();
  await ctx.erase(id);
  await markChanged(ctx.db, [collector.childId]);
  ctx.audit("collector.end", id, { childId: collector.childId });
}

/** The same by the home's director. */
export async function endCollectorAsDirector(ctx: ActivitiesContext, id: string): Promise<void> {
  const collector = await findCollector(ctx.db, id);
  const child = collector && (await findChild(ctx.db, collector.childId));
  if (!child) throw errors.collectorUnknown();
  await mustDirect(ctx, child.homeId);
  await endCollector(ctx, id);
}
