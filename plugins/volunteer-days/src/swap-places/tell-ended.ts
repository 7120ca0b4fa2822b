import type { VolunteerDaysContext } from "../plugin.js";
import type { OpenDay } from "../sign-up/board.js";
import { findVolunteer, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers, type Occasion } from "../tell-volunteers/write-to-volunteers.js";

/** Tells the holder of a place that it is not theirs any more, and why; a calendar hears it too, or alone, where a page has told the holder. */
export async function tellEnded(
  ctx: VolunteerDaysContext,
  { day }: OpenDay,
  row: SignUpRow,
  occasion: Occasion,
  more: Readonly<Record<string, string>> = {},
  isForCalendars = false,
): Promise<void> {
  const { id: volunteerId, name, phone, personId } = (await findVolunteer(ctx.db, row.volunteerId))!;
  const params = { ...(await paramsOf(ctx, day)), ...more };
  await writeToVolunteers(ctx, [{ signUpId: row.id, volunteerId, name, phone, personId }], {
    occasion,
    key: occasion,
    params,
    startsAt: day.startsAt,
    isForCalendars,
  });
}
