import { cancelSignUp } from "../cancel-sign-up/cancel-sign-up.js";
import type { VolunteerDaysContext } from "../plugin.js";

/** What they have or wait for on days that have not begun. */
export const placesAhead = ({ db, clock }: VolunteerDaysContext, volunteerId: string) =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_day as day", "day.id", "signUp.dayId")
    .selectAll("signUp")
    .where("signUp.volunteerId", "=", volunteerId)
    .where("signUp.endedAt", "is", null)
    .where("day.startsAt", ">", clock.now())
    .orderBy("signUp.dayId")
    .execute();

/**
 * Erases a volunteer: places ahead go to those who wait; what is past, minutes and numbers stay without a name, so that what is counted still counts. Nobody is
 * asked again, and no rota looks at them.
 */
export async function forgetVolunteer(ctx: VolunteerDaysContext, id: string): Promise<void> {
  const { db, erase } = ctx;
  for (const row of await placesAhead(ctx, id)) await cancelSignUp(ctx, row, "erased");
  await erase(id);
  const gone = {
    personId: null,
    joinedRotaAt: null,
    takenOffAt: null,
    rotaSeriesIds: null,
    leftSeries: null,
    isReserve: false,
    mayLead: false,
    knownSiteIds: [],
    skills: null,
  };
  await db.updateTable("volunteer_days_volunteer").set(gone).where("id", "=", id).execute();
}
