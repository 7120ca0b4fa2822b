import { directory } from "@lianxin/directory";
import { everywhere } from "@lianxin/plugin-kit";
import { cancelSignUp } from "../cancel-sign-up/cancel-sign-up.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { on } from "../services.js";

/** What they have or wait for on days that are not over. */
const placesAhead = ({ db, clock }: VolunteerDaysContext, volunteerId: string) =>
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
 * Whoever was erased from the directory is erased here as well: places ahead go to those who wait; what is past, minutes and numbers stay without a name, so that what
 * is counted still counts.
 */
export const erasedListener = on(directory.events.personErased, async ({ personId }, ctx) => {
  const { db, erase } = ctx;
  const people = await everywhere(db, "volunteer_days_volunteer", "an erased person is looked for everywhere")
    .select("id")
    .where("personId", "=", personId)
    .execute();
  for (const { id } of people) {
    for (const row of await placesAhead(ctx, id)) await cancelSignUp(ctx, row, "erased");
    await erase(id);
    // Nobody is asked again, and no rota looks at them.
    const gone = { personId: null, joinedRotaAt: null, takenOffAt: null, isReserve: false, mayLead: false, knownSiteIds: [], skills: null };
    await db.updateTable("volunteer_days_volunteer").set(gone).where("id", "=", id).execute();
  }
});
