import { byId, everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import type { ActivitiesDb } from "../plugin.js";

export const findHome = (db: ActivitiesDb, id: string) => byId(db, "children_activities_home", id).selectAll().executeTakeFirst();
export type HomeRow = NonNullable<Awaited<ReturnType<typeof findHome>>>;
export const listHomes = (db: ActivitiesDb, scope: Scope) =>
  within(db, scope, "children_activities_home").selectAll().where("closedOn", "is", null).orderBy("placePath").orderBy("id").execute();
/** What home a venue is: the one that is open, else the one that closed last. */
export const homeOfVenue = async (db: ActivitiesDb, venueId: string): Promise<HomeRow | undefined> => {
  const rows = await everywhere(db, "children_activities_home", "a venue is one home only, whoever asks")
    .selectAll()
    .where("venueId", "=", venueId)
    .orderBy("closedOn", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.find(({ closedOn }) => closedOn === null) ?? rows[0];
};
/** The homes a person answers for. A closed one while children's data are kept of it: somebody has to see to them. */
export const homesDirectedBy = (db: ActivitiesDb, personId: string) =>
  everywhere(db, "children_activities_home", "the homes one answers for oneself")
    .select(["id", "placePath", "venueId", "closedOn"])
    .where("directorId", "=", personId)
    .where((eb) =>
      eb.or([
        eb("closedOn", "is", null),
        eb("id", "in", everywhere(db, "children_activities_child", "whose data are kept of a closed home").select("homeId").where("deletedAt", "is", null)),
      ]),
    )
    .orderBy("id")
    .execute();
/** Of how many children something is kept, by home. O(children). */
export async function countKept(db: ActivitiesDb, homeIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await everywhere(db, "children_activities_child", "how many children are kept of the homes one answers for oneself")
    .select("homeId")
    .where("homeId", "in", ["none", ...homeIds])
    .where("deletedAt", "is", null)
    .execute();
  return new Map([...groupBy(rows, ({ homeId }) => homeId)].map(([homeId, children]) => [homeId, children.length]));
}
