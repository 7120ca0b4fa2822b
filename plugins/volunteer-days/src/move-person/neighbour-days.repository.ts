import type { VolunteerDaysDb } from "../plugin.js";

/** The site at which somebody has a place on a day. */
export async function siteOnDay(db: VolunteerDaysDb, volunteerId: string, dayId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_post as post", "post.id", "signUp.postId")
    .select("post.siteId")
    .where("signUp.volunteerId", "=", volunteerId)
    .where("signUp.dayId", "=", dayId)
    .where("signUp.state", "=", "confirmed")
    .where("signUp.endedAt", "is", null)
    .executeTakeFirst();
  return row?.siteId;
}
