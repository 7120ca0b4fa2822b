import { errors } from "../errors.js";
import { isDirector } from "../keep-safe/must-be.js";
import type { ActivitiesContext } from "../plugin.js";
import { childIdsOfGuardian, childrenById, findGuardian, markChanged } from "./child.repository.js";
import { readName, readPhone } from "./read-values.js";

/** A guardian's name or number put right by the director of a home of their child, from paper: codes go to the new number from now on. Throws directorOnly, linkUnknown. */
export async function correctGuardian(
  ctx: ActivitiesContext,
  guardianId: string,
  said: { readonly name?: string | undefined; readonly phone?: string | undefined },
): Promise<void> {
  const [guardian, children] = [await findGuardian(ctx.db, guardianId), await childrenById(ctx.db, await childIdsOfGuardian(ctx.db, guardianId))];
  const directs = await Promise.all(children.map(({ homeId }) => isDirector(ctx, homeId)));
  if (!guardian || !directs.includes(true)) throw errors.directorOnly();
  const set = {
    ...(said.name !== undefined && { name: readName(said.name, "body.name") }),
    ...(said.phone !== undefined && { phone: readPhone(said.phone, "body.phone") }),
  };
  if (Object.keys(set).length > 0) {
    await ctx.db.updateTable("children_activities_guardian").set(set).where("id", "=", guardianId).execute();
    await markChanged(
      ctx.db,
      children.map(({ id }) => id),
    );
  }
  ctx.audit("guardian.correct", guardianId, { fields: Object.keys(set) });
}
