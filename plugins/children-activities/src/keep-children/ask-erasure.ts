import { errors } from "../errors.js";
import { lockSessionsOfChild } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { findChild } from "./child.repository.js";
import { eraseChild, isPresent, type EndedBy } from "./erase-child.js";

/** Erases a child's data at once; while it is there that is kept as asked for, and done as soon as it went home. Throws childUnknown. */
export async function askErasure(ctx: ActivitiesContext, childId: string, by: EndedBy = "house"): Promise<{ readonly isErased: boolean }> {
  const { db, clock, audit } = ctx;
  await lockSessionsOfChild(db, childId);
  const child = await findChild(db, childId);
  if (!child || child.deletedAt !== null) throw errors.childUnknown();
  if (!(await isPresent(ctx, childId))) {
    await eraseChild(ctx, childId, by);
    return { isErased: true };
  }
  if (child.eraseAskedAt === null) {
    const asked = { eraseAskedAt: clock.now(), eraseAskedBy: by, version: child.version + 1 };
    await db.updateTable("children_activities_child").set(asked).where("id", "=", childId).execute();
    audit("child.askErasure", childId, { by });
  }
  return { isErased: false };
}

/** What was asked for is not done after all. Throws childUnknown when it was done already. */
export async function undoErasure({ db, audit }: ActivitiesContext, childId: string): Promise<void> {
  const child = await findChild(db, childId);
  if (!child || child.deletedAt !== null) throw errors.childUnknown();
  const none = { eraseAskedAt: null, eraseAskedBy: null, version: child.version + 1 };
  await db.updateTable("children_activities_child").set(none).where("id", "=", childId).execute();
  audit("child.undoErasure", childId);
}
