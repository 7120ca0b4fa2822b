import { everywhere } from "@lianxin/plugin-kit";
import type { ActivitiesContext } from "../plugin.js";
import { addDays, instantOf } from "../tell-time/tell-time.js";
import { consentEndedBy } from "./retention.js";

/** Children erased so long ago that not even the proof of their guardians' answers is kept: every row about them goes. Gives how many. O(rows of theirs). */
async function endChildren({ db }: ActivitiesContext, before: string): Promise<number> {
  const gone = await everywhere(db, "children_activities_child", "what may not be kept any more is ended everywhere")
    .select("id")
    .where("deletedAt", "<", before)
    .where("id", "not in", (eb) => eb.selectFrom("children_activities_attendance").select("childId"))
    .limit(500)
    .execute();
  if (gone.length === 0) return 0;
  const ids = gone.map(({ id }) => id);
  await db
    .deleteFrom("children_activities_code")
    .where("collectorId", "in", (eb) => eb.selectFrom("children_activities_collector").select("id").where("childId", "in", ids))
    .execute();
  await db.deleteFrom("children_activities_collector").where("childId", "in", ids).execute();
  await db.deleteFrom("children_activities_kin").where("childId", "in", ids).execute();
  await db.deleteFrom("children_activities_child").where("id", "in", ids).execute();
  await db.deleteFrom("children_activities_consent").where("childId", "in", ids).execute();
  return ids.length;
}

/** Guardians of nobody: their codes and their row, whose key was destroyed long ago. */
async function endGuardians({ db }: ActivitiesContext): Promise<void> {
  const nobodys = await everywhere(db, "children_activities_guardian", "what may not be kept any more is ended everywhere")
    .select("id")
    .where("id", "not in", (eb) => eb.selectFrom("children_activities_kin").select("guardianId"))
    .where("id", "not in", (eb) => eb.selectFrom("children_activities_consent").select("guardianId"))
    .where("id", "not in", (eb) => eb.selectFrom("children_activities_collector").select("namedById"))
    .where("id", "not in", (eb) =>
      eb.selectFrom("children_activities_attendance").select("guardianId").where("guardianId", "is not", null).$castTo<{ guardianId: string }>(),
    )
    .limit(500)
    .execute();
  const ids = ["none", ...nobodys.map(({ id }) => id)];
  await db.deleteFrom("children_activities_code").where("guardianId", "in", ids).execute();
  await db.deleteFrom("children_activities_guardian").where("id", "in", ids).execute();
}

/** Answers of children who are still with us that ended long ago; the one a child's row stands on stays as long as the row. Gives how many. */
async function endAnswers({ db, clock }: ActivitiesContext, endedOn: string): Promise<number> {
  const before = instantOf(addDays(endedOn, 1), "00:00", clock.zone);
  const { numDeletedRows } = await db
    .deleteFrom("children_activities_consent")
    .where((eb) => eb.or([eb("withdrawnAt", "<", before), eb("untilOn", "<=", endedOn), eb("endedAt", "<", before)]))
    .where("id", "not in", everywhere(db, "children_activities_child", "what a child's row stands on stays with it").select("dataConsentId"))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Proof of consent is not kept beyond its time: of children who were erased with every row about them, of others the answers that ended. */
export async function endProofs(ctx: ActivitiesContext): Promise<{ children: number; answers: number }> {
  const endedOn = consentEndedBy(ctx.clock.today());
  const children = await endChildren(ctx, instantOf(addDays(endedOn, 1), "00:00", ctx.clock.zone));
  const answers = await endAnswers(ctx, endedOn);
  await endGuardians(ctx);
  return { children, answers };
}
