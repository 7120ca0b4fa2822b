import { errors } from "../errors.js";
import { lockSessionsOfChild } from "../keep-safe/session.repository.js";
import { rejudge } from "../keep-safe/rejudge.js";
import type { ActivitiesContext } from "../plugin.js";
import { childIdsOfGuardian, childrenById, collectorIdsOf, findChild, kinOfChildren } from "./child.repository.js";

/** Is the child in an open session at this moment? Then it goes home first, with what is needed to know to whom. */
export async function isPresent({ db }: ActivitiesContext, childId: string): Promise<boolean> {
  return (
    (await db.selectFrom("children_activities_attendance").select("id").where("childId", "=", childId).where("state", "=", "present").executeTakeFirst()) !==
    undefined
  );
}

/** Who ends what was agreed to: a guardian by a word of theirs, or the house, which keeps no longer what nobody took back. */
export type EndedBy = "guardian" | "house";

/**
 * A child's data are gone for good: the keys of the child, of who may collect it and of guardians with no other child here are destroyed, in live data at once. What was
 * counted still counts, and what was agreed to ends by `by`. Throws childUnknown, childPresent.
 */
export async function eraseChild(ctx: ActivitiesContext, childId: string, by: EndedBy = "house"): Promise<void> {
  const { db, clock, erase, audit } = ctx;
  const ahead = await lockSessionsOfChild(db, childId);
  const child = await findChild(db, childId);
  if (!child || child.deletedAt !== null) throw errors.childUnknown();
  if (await isPresent(ctx, childId)) throw errors.childPresent();
  const [kin, collectors] = await Promise.all([kinOfChildren(db, [childId]), collectorIdsOf(db, childId)]);
  await db
    .updateTable("children_activities_attendance")
    .set({ state: "cancelled", offReason: "erased", offAt: clock.now() })
    .where("childId", "=", childId)
    .where("state", "=", "enrolled")
    .execute();
  await db
    .updateTable("children_activities_consent")
    .set({ withdrawnAt: clock.now(), withdrawnBy: by })
    .where("childId", "=", childId)
    .where("withdrawnAt", "is", null)
    .execute();
  await db.updateTable("children_activities_collector").set({ endedAt: clock.now() }).where("childId", "=", childId).where("endedAt", "is", null).execute();
  await erase(childId);
  for (const id of collectors) await erase(id);
  await db.updateTable("children_activities_child").set({ deletedAt: clock.now() }).where("id", "=", childId).execute();
  for (const { guardianId } of kin) if ((await childrenById(db, await childIdsOfGuardian(db, guardianId))).length === 0) await erase(guardianId);
  audit("child.erase", childId);
  for (const { id } of ahead) await rejudge(ctx, id);
}
