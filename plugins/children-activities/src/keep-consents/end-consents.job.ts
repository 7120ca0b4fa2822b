import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import { consentPurposes, consentTexts } from "../judge-safety/consent-texts.js";
import { hasConsent, type ConsentFact } from "../judge-safety/has-consent.js";
import { judgeOlder } from "../keep-safe/judge-older.js";
import { consentsOf } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { job } from "../services.js";
import { instantOf } from "../tell-time/tell-time.js";
import { takeEffect } from "./record-consent.js";

/** Whom a guardian was asked about once and did not allow: forgotten when the day is over. */
async function forgetAsked({ db, clock, erase }: ActivitiesContext): Promise<number> {
  const asked = await db
    .selectFrom("children_activities_collector")
    .select("id")
    .where("sessionId", "is not", null)
    .where("confirmedAt", "is", null)
    .where("endedAt", "is", null)
    .where("createdAt", "<", instantOf(clock.today(), "00:00", clock.zone))
    .execute();
  for (const { id } of asked) {
    await db.updateTable("children_activities_collector").set({ endedAt: clock.now() }).where("id", "=", id).execute();
    await erase(id);
  }
  return asked.length;
}

/** Who was allowed to collect on one day is on no list any more when it is over; who it was stays with the attendance of that day. */
async function endOnce({ db, clock }: ActivitiesContext): Promise<void> {
  await db
    .updateTable("children_activities_collector")
    .set({ endedAt: clock.now() })
    .where("confirmedAt", "is not", null)
    .where("endedAt", "is", null)
    .where(
      "sessionId",
      "in",
      everywhere(db, "children_activities_session", "days that are over").select("id").where("heldOn", "<", clock.today()).where("state", "!=", "open"),
    )
    .execute();
}

/** Every night: what a guardian agreed to until yesterday, or in a wording that no longer holds, ends as if they had taken it back; then what an older version judged of any session is judged anew. O(children + sessions). */
export const endConsentsJob = job("end-consents", {
  every: "5 0 * * *",
  async run(ctx) {
    const children = await everywhere(ctx.db, "children_activities_child", "a job looks at every child's consents")
      .select("id")
      .where("deletedAt", "is", null)
      .execute();
    const said = groupBy(
      await consentsOf(
        ctx.db,
        children.map(({ id }) => id),
      ),
      ({ childId }) => childId,
    );
    const question = { programmeId: "", on: ctx.clock.today(), now: ctx.clock.now() };
    let ended = 0;
    for (const { id } of children)
      for (const purpose of consentPurposes) {
        const facts = (said.get(id) ?? []) as unknown as ConsentFact[];
        const isLapsed = facts.some((fact) => fact.purpose === purpose && fact.answer === "yes" && fact.withdrawnAt === null);
        if (!isLapsed || hasConsent(facts, { ...question, purpose }, consentTexts)) continue;
        ended++;
        if ((await takeEffect(ctx, id, purpose)) === "erased") break;
      }
    await endOnce(ctx);
    ctx.audit("consents.end", "all", { ended, forgotten: await forgetAsked(ctx), judged: await judgeOlder(ctx) });
  },
});
