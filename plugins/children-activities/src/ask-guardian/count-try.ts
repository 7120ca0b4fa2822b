import type { ActivitiesDb } from "../plugin.js";

/** So many wrong ones, then only another code helps. */
export const mostTries = 5;

/** Counts one try, or uses the code up; of several at once each counts for itself. Gives how many there were; undefined when there was none left. */
export async function countTry(db: ActivitiesDb, id: string, usedAt: string | null): Promise<number | undefined> {
  const row = await db
    .updateTable("children_activities_code")
    .set((eb) => (usedAt === null ? { tries: eb("tries", "+", 1) } : { usedAt }))
    .where("id", "=", id)
    .where("usedAt", "is", null)
    .where("tries", "<", mostTries)
    .returning("tries")
    .executeTakeFirst();
  return row?.tries;
}
