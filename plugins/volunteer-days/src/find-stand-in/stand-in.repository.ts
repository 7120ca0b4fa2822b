import type { VolunteerDaysDb } from "../plugin.js";

export const findStandIn = (db: VolunteerDaysDb, id: string) => db.selectFrom("volunteer_days_stand_in").selectAll().where("id", "=", id).executeTakeFirst();
export type StandInRow = NonNullable<Awaited<ReturnType<typeof findStandIn>>>;

/** Everybody asked to take one place over, in the order they were asked. */
export const askedFor = (db: VolunteerDaysDb, signUpId: string) =>
  db.selectFrom("volunteer_days_stand_in").selectAll().where("signUpId", "=", signUpId).orderBy("id").execute();

/** When each of some volunteers was last asked to stand in; who never was is missing. */
export async function lastAsked(db: VolunteerDaysDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("volunteer_days_stand_in")
    .select("volunteerId")
    .select((eb) => eb.fn.max("askedAt").as("at"))
    .where("volunteerId", "in", ["", ...ids])
    .groupBy("volunteerId")
    .execute();
  return new Map(rows.map(({ volunteerId, at }) => [volunteerId, at]));
}
