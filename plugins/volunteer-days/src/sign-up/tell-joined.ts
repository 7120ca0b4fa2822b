import { findDay } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";
import type { Joined } from "./join-many.js";
import { findSignUp, findVolunteer } from "./sign-up.repository.js";

/** Who signed up with an account that has a mail address gets the date for their calendar; the page itself has told the others. */
export async function tellJoined(ctx: VolunteerDaysContext, { signUpId, isKnown, state, siteName, meetingPoint }: Joined): Promise<void> {
  if (isKnown || state !== "confirmed") return;
  const row = (await findSignUp(ctx.db, signUpId))!;
  const [day, volunteer] = [(await findDay(ctx.db, row.dayId))!, (await findVolunteer(ctx.db, row.volunteerId))!];
  const { name, phone, personId } = volunteer;
  const params = { ...(await paramsOf(ctx, day)), site: siteName, meetingPoint };
  const message = { occasion: "joined", key: "joined", params, startsAt: day.startsAt, isForCalendars: true } as const;
  await writeToVolunteers(ctx, [{ signUpId, volunteerId: volunteer.id, name, phone, personId }], message);
}
