import type { VolunteerDaysContext } from "../plugin.js";

/** A place somebody has or waits for. */
export interface OtherPlace {
  readonly id: string;
  readonly dayId: string;
  readonly postId: string;
  readonly volunteerId: string;
  readonly state: string;
  readonly number: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What these volunteers have or wait for on days that are not over and not called off; an entry for each. O(their places). */
export async function placesOf({ db, clock }: VolunteerDaysContext, volunteerIds: readonly string[]): Promise<Map<string, OtherPlace[]>> {
  const found = new Map<string, OtherPlace[]>(volunteerIds.map((id) => [id, []]));
  const ids = [...found.keys()];
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .selectFrom("volunteer_days_sign_up as signUp")
      .innerJoin("volunteer_days_day as day", "day.id", "signUp.dayId")
      .select(["signUp.id", "signUp.dayId", "signUp.postId", "signUp.volunteerId", "signUp.state", "signUp.number", "day.startsAt", "day.endsAt"])
      .where("signUp.volunteerId", "in", ids.slice(from, from + 500))
      .where("signUp.endedAt", "is", null)
      .where("day.endsAt", ">", clock.now())
      .where("day.state", "!=", "cancelled")
      .execute();
    for (const row of rows) found.get(row.volunteerId)!.push(row);
  }
  return found;
}
