import { everywhere } from "@lianxin/plugin-kit";
import type { DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";
import { holdDays } from "../sign-up/board.js";
import { whenServed } from "./count-minutes.js";
import type { Served } from "./free-minutes.js";

/** Holds all that a community does on a date until the commit, so that what one day's hours leave for another's is seen by whoever writes them next. */
export async function holdDate({ db }: VolunteerDaysContext, { placePath, heldOn }: DayRow): Promise<void> {
  const days = await everywhere(db, "volunteer_days_day", "the other days of a date that was reached before")
    .select("id")
    .where("placePath", "=", placePath)
    .where("heldOn", "=", heldOn)
    .execute();
  await holdDays(
    db,
    days.map(({ id }) => id),
  );
}

const standing = (db: VolunteerDaysDb) =>
  everywhere(db, "volunteer_days_service", "what stands for places that were reached before")
    .innerJoin("volunteer_days_sign_up as signUp", "signUp.id", "volunteer_days_service.signUpId")
    .innerJoin("volunteer_days_day as day", "day.id", "volunteer_days_service.dayId")
    .select(["volunteer_days_service.volunteerId", "volunteer_days_service.dayId", "signUp.arrivedAt", "signUp.leftAt"])
    .select(["day.heldOn", "day.startsAt", "day.endsAt"])
    .select((eb) => eb.fn.sum<number>("volunteer_days_service.minutes").as("minutes"))
    .groupBy(["volunteer_days_service.signUpId", "volunteer_days_service.volunteerId", "volunteer_days_service.dayId"])
    .groupBy(["signUp.arrivedAt", "signUp.leftAt", "day.heldOn", "day.startsAt", "day.endsAt"]);

/** What stands for everybody, place by place, with when it was served. O(hours of the house). */
export async function allServed(db: VolunteerDaysDb): Promise<(Served & { readonly volunteerId: string; readonly heldOn: string })[]> {
  const rows = await standing(db).execute();
  return rows.map((row) => ({ ...whenServed(row, row, Number(row.minutes)), volunteerId: row.volunteerId, heldOn: row.heldOn }));
}

/** What stands that date for the volunteers at other days' places, with when it was served; none for who has none. O(hours of the date). */
export async function servedBeside({ db }: VolunteerDaysContext, { id, placePath, heldOn }: DayRow): Promise<ReadonlyMap<string, readonly Served[]>> {
  const rows = await standing(db)
    .where("volunteer_days_service.placePath", "=", placePath)
    .where("volunteer_days_service.servedOn", "=", heldOn)
    .where("volunteer_days_service.dayId", "!=", id)
    .execute();
  const beside = new Map<string, Served[]>();
  for (const row of rows) beside.set(row.volunteerId, [...(beside.get(row.volunteerId) ?? []), whenServed(row, row, Number(row.minutes))]);
  return beside;
}
