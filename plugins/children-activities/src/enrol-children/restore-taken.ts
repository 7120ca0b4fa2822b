import { everywhere } from "@lianxin/plugin-kit";
import { consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import type { AgeBand } from "../judge-safety/age-bands.js";
import { findChild } from "../keep-children/child.repository.js";
import { rejudge } from "../keep-safe/rejudge.js";
import { attendancesOf, consentsOf, findProgramme, lockSession } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { enrollable } from "./dates-ahead.js";
import { clashAt } from "./elsewhere.js";
import { bandWithout, writeList } from "./enrol.js";

/**
 * What ended for want of a consent is on again once the consent is there: each date that is not over, where the child's band still has a place and it is expected nowhere else then; whatever else took the child off a date stays so.
 * Gives how many dates. O(dates).
 */
export async function restoreTaken(ctx: ActivitiesContext, childId: string): Promise<number> {
  const { db, clock } = ctx;
  const child = await findChild(db, childId);
  if (!child || child.deletedAt !== null) return 0;
  const ahead = await everywhere(db, "children_activities_session", "the dates a child was taken off when its guardian took a consent back")
    .select("id")
    .where("state", "in", enrollable)
    .where("endsAt", ">", clock.now())
    .where("id", "in", (eb) =>
      eb
        .selectFrom("children_activities_attendance")
        .select("sessionId")
        .where("childId", "=", childId)
        .where("state", "=", "cancelled")
        .where("offReason", "=", "consent"),
    )
    .orderBy("id")
    .execute();
  let restored = 0;
  for (const { id } of ahead) {
    const session = (await lockSession(db, id))!;
    const [programme, here, said] = [await findProgramme(db, session.programmeId), await attendancesOf(db, [id]), await consentsOf(db, [childId])];
    const question = { programmeId: session.programmeId, on: session.heldOn, now: clock.now() };
    const agreed = (["data", "participation"] as const).every((purpose) =>
      hasConsent(said as unknown as ConsentFact[], { ...question, purpose }, consentTexts),
    );
    if (!agreed || !programme!.bands.includes(child.ageBand as AgeBand) || bandWithout(programme!, here, [child]) || (await clashAt(db, session, [childId])))
      continue;
    await writeList(ctx, id, [child]);
    await rejudge(ctx, id);
    restored++;
  }
  return restored;
}
