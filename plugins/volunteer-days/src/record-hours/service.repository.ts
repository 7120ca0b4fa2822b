import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { VolunteerDaysDb } from "../plugin.js";

export const serviceOfDay = (db: VolunteerDaysDb, dayId: string) =>
  everywhere(db, "volunteer_days_service", "the hours of a day that was reached before").selectAll().where("dayId", "=", dayId).orderBy("id").execute();
export type ServiceRow = Awaited<ReturnType<typeof serviceOfDay>>[number];

/** Was anything written down for a sign-up, corrected to nothing or not? From then on only corrections change its minutes. */
export async function hasHours(db: VolunteerDaysDb, signUpId: string): Promise<boolean> {
  const rows = everywhere(db, "volunteer_days_service", "the hours of a sign-up that was reached before").select("id").where("signUpId", "=", signUpId);
  return (await rows.executeTakeFirst()) !== undefined;
}

/** What was written down for one person between two days, reversals included, oldest first. */
export const serviceOf = (db: VolunteerDaysDb, volunteerId: string, from: string, to: string) =>
  everywhere(db, "volunteer_days_service", "the hours of one person who was reached before")
    .selectAll()
    .where("volunteerId", "=", volunteerId)
    .where("servedOn", ">=", from)
    .where("servedOn", "<=", to)
    .orderBy("servedOn")
    .orderBy("id")
    .execute();
export type OwnServiceRow = Awaited<ReturnType<typeof serviceOf>>[number];

const why = "the command line writes the whole ledger of the house";

/** The ledger between two days, with names, oldest first: at the places one may see, or of the whole house. Throws spanTooLong rather than leave rows out. */
export async function listService(db: VolunteerDaysDb, scope: Scope | "everywhere", from: string, to: string, most = 20_000) {
  const rows = await (scope === "everywhere" ? everywhere(db, "volunteer_days_service", why) : within(db, scope, "volunteer_days_service"))
    .innerJoin("volunteer_days_volunteer as volunteer", "volunteer.id", "volunteer_days_service.volunteerId")
    .leftJoin("volunteer_days_volunteer as leader", "leader.id", "volunteer_days_service.leaderId")
    .selectAll("volunteer_days_service")
    .select(["volunteer.name as name", "leader.name as leaderName"])
    .where("volunteer_days_service.servedOn", ">=", from)
    .where("volunteer_days_service.servedOn", "<=", to)
    .orderBy("volunteer_days_service.servedOn")
    .orderBy("volunteer_days_service.id")
    .limit(most + 1)
    .execute();
  if (rows.length > most) throw errors.spanTooLong({ most }, "query.to");
  return rows;
}
