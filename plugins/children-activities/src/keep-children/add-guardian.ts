import { errors } from "../errors.js";
import { consentPurposes } from "../judge-safety/consent-texts.js";
import { takeEffect } from "../keep-consents/record-consent.js";
import type { ActivitiesContext } from "../plugin.js";
import { findChild, kinOfChildren } from "./child.repository.js";
import { findOrAddGuardian, type SaidGuardian } from "./find-guardian.js";
import { mustConsent, writeAnswers, type Signed } from "./signed-answers.js";

/**
 * Another guardian of a child, from their own signed sheet: a no of theirs is an objection that the first one's yes does not lift, and takes effect at once. Throws
 * childUnknown, guardianKnown, consentNeeded and what is odd.
 */
export async function addGuardian(ctx: ActivitiesContext, childId: string, said: SaidGuardian & Signed): Promise<string> {
  const child = await findChild(ctx.db, childId);
  if (!child || child.deletedAt !== null) throw errors.childUnknown();
  mustConsent(said, ctx.clock.today());
  const guardianId = await findOrAddGuardian(ctx, child.placePath, said, "body");
  if ((await kinOfChildren(ctx.db, [childId])).some((one) => one.guardianId === guardianId)) throw errors.guardianKnown({}, "body.name");
  await writeAnswers(ctx, childId, guardianId, said);
  await ctx.db.insertInto("children_activities_kin").values({ id: ctx.newId(), childId, guardianId, relation: said.relation }).execute();
  ctx.audit("guardian.add", childId, { guardianId, textVersion: said.textVersion });
  for (const purpose of consentPurposes) if (!said.consents[purpose]) await takeEffect(ctx, childId, purpose);
  return guardianId;
}
