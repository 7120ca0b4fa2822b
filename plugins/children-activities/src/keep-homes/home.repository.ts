import { byId, everywhere, within, type Scope } from "@lianxin/plugin-kit";
import type { ActivitiesDb } from "../plugin.js";

export const findHome = (db: ActivitiesDb, id: string) => byId(db, "children_activities_home", id).selectAll().executeTakeFirst();
export type HomeRow = NonNullable<Awaited<ReturnType<typeof findHome>>>;
export const listHomes = (db: ActivitiesDb, scope: Scope) =>
  within(db, scope, "children_activities_home").selectAll().where("closedOn", "is", null).orderBy("placePath").orderBy("id").execute();
export const homeOfVenue = (db: ActivitiesDb, venueId: string) =>
  everywhere(db, "children_activities_home", "a venue is one home only, whoever asks")
    .select("id")
    .where("venueId", "=", venueId)
    .where("closedOn", "is", null)
    .executeTakeFirst();
/** The homes a person answers for. */
export const homesDirectedBy = (db: ActivitiesDb, personId: string) =>
  everywhere(db, "children_activities_home", "the homes one answers for oneself")
    .select(["id", "placePath", "venueId"])
    .where("directorId", "=", personId)
    .where("closedOn", "is", null)
    .execute();
