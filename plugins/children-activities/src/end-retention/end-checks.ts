import { everywhere } from "@lianxin/plugin-kit";
import type { ActivitiesContext } from "../plugin.js";
import { addDays, instantOf } from "../tell-time/tell-time.js";
import { checksEndedBy } from "./retention.js";

/**
 * That adults were looked up is not kept beyond its time; of who left as long ago only that they served stays, no relatives, certificates or training. Gives how many checks. O(rows that end).
 */
export async function endChecks({ db, clock }: ActivitiesContext): Promise<number> {
  const endedOn = checksEndedBy(clock.today());
  const before = instantOf(addDays(endedOn, 1), "00:00", clock.zone);
  const left = everywhere(db, "children_activities_adult", "what may not be kept any more is ended everywhere").select("id").where("leftAt", "<", before);
  const { numDeletedRows } = await db
    .deleteFrom("children_activities_record_check")
    .where((eb) => eb.or([eb("untilOn", "<=", endedOn), eb("revokedAt", "<", before), eb("adultId", "in", left)]))
    .executeTakeFirst();
  await db
    .updateTable("children_activities_adult")
    .set({ familyGroup: null, firstAidUntil: null, trainedOn: null })
    .where("leftAt", "<", before)
    .where((eb) => eb.or([eb("familyGroup", "is not", null), eb("firstAidUntil", "is not", null), eb("trainedOn", "is not", null)]))
    .execute();
  return Number(numDeletedRows);
}
