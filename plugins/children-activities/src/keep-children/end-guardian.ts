import { errors } from "../errors.js";
import { consentPurposes } from "../judge-safety/consent-texts.js";
import { takeEffect } from "../keep-consents/record-consent.js";
import type { ActivitiesContext } from "../plugin.js";
import { childIdsOfGuardian, childrenById, findChild, kinOfChildren } from "./child.repository.js";
import { endCollector } from "./name-collector.js";

/** A child's row stands on a consent of somebody who still answers for it, where there is one. */
async function standOnAnother({ db }: ActivitiesContext, childId: string): Promise<void> {
  const other = await db
    .selectFrom("children_activities_consent")
    .select("id")
    .where("childId", "=", childId)
    .where("purpose", "=", "data")
    .where("answer", "=", "yes")
    .where("withdrawnAt", "is", null)
    .where("endedAt", "is", null)
    .orderBy("givenAt", "desc")
    .executeTakeFirst();
  if (other) await db.updateTable("children_activities_child").set({ dataConsentId: other.id }).where("id", "=", childId).execute();
}

/** Codes for this child in that guardian's hands open nothing any more. */
async function voidCodes({ db, clock }: ActivitiesContext, childId: string, guardianId: string): Promise<void> {
  await db
    .updateTable("children_activities_code")
    .set({ usedAt: clock.now() })
    .where("guardianId", "=", guardianId)
    .where("usedAt", "is", null)
    .where("attendanceId", "in", (eb) => eb.selectFrom("children_activities_attendance").select("id").where("childId", "=", childId))
    .execute();
}

/**
 * Somebody does not answer for a child any more. In this transaction: whom they named may not collect it, their codes are void, what they said counts no more, neither as a yes nor as an objection,
 * and their page shows the child no longer; the sessions it comes to are judged anew. With no other child here they are forgotten. The last guardian stays until another one signed or the child is
 * erased. Throws childUnknown, guardianUnknown, lastGuardian.
 */
export async function endGuardian(ctx: ActivitiesContext, childId: string, guardianId: string): Promise<void> {
  const { db, clock, audit, erase } = ctx;
  const child = await findChild(db, childId);
  if (!child || child.deletedAt !== null) throw errors.childUnknown();
  const kin = await kinOfChildren(db, [childId]);
  if (!kin.some((one) => one.guardianId === guardianId)) throw errors.guardianUnknown();
  if (kin.length === 1) throw errors.lastGuardian();
  const named = await db
    .selectFrom("children_activities_collector")
    .select("id")
    .where("childId", "=", childId)
    .where("namedById", "=", guardianId)
    .where("endedAt", "is", null)
    .execute();
  for (const { id } of named) await endCollector(ctx, id);
  await voidCodes(ctx, childId, guardianId);
  await db
    .updateTable("children_activities_consent")
    .set({ endedAt: clock.now() })
    .where("childId", "=", childId)
    .where("guardianId", "=", guardianId)
    .where("endedAt", "is", null)
    .execute();
  await db.deleteFrom("children_activities_kin").where("childId", "=", childId).where("guardianId", "=", guardianId).execute();
  await standOnAnother(ctx, childId);
  audit("guardian.end", childId, { guardianId, collectors: named.length });
  if ((await childrenById(db, await childIdsOfGuardian(db, guardianId))).length === 0) await erase(guardianId);
  for (const purpose of consentPurposes) if ((await takeEffect(ctx, childId, purpose)) === "erased") return;
}
