import { byId, everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import type { ActivitiesDb } from "../plugin.js";

export const findHome = (db: ActivitiesDb, id: string) => byId(db, "children_activities_home", id).selectAll().executeTakeFirst();
export type HomeRow = NonNullable<Awaited<ReturnType<typeof findHome>>>;
const homesIn = (db: ActivitiesDb, scope: Scope) =>
  within(db, scope, "children_activities_home").selectAll().where("closedOn", "is", null).orderBy("placePath").orderBy("id").execute();
/** The homes at the places one may see, and those one answers for oneself wherever they lie. Two queries. */
export async function listHomes(db: ActivitiesDb, scope: Scope, personId: string | null): Promise<HomeRow[]> {
  const [seen, own] = [await homesIn(db, scope), await openHomesOf(db, personId)];
  return [...seen, ...own.filter(({ id }) => !seen.some((one) => one.id === id))];
}
/** The same with those that closed; of one's own, those of which children's data are kept. */
export async function listHomesEver(db: ActivitiesDb, scope: Scope, personId: string | null): Promise<HomeRow[]> {
  const seen = await within(db, scope, "children_activities_home").selectAll().orderBy("placePath").orderBy("id").execute();
  const own = personId === null ? [] : await homesDirectedBy(db, personId);
  return [...seen, ...own.filter(({ id }) => !seen.some((one) => one.id === id))];
}
/** The venues at the places one may see of which a home was closed. */
export const closedVenues = async (db: ActivitiesDb, scope: Scope): Promise<string[]> =>
  (await within(db, scope, "children_activities_home").select("venueId").distinct().where("closedOn", "is not", null).orderBy("venueId").execute()).map(
    ({ venueId }) => venueId,
  );
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
    .selectAll()
    .where("directorId", "=", personId)
    .where((eb) =>
      eb.or([
        eb("closedOn", "is", null),
        eb("id", "in", everywhere(db, "children_activities_child", "whose data are kept of a closed home").select("homeId").where("deletedAt", "is", null)),
      ]),
    )
    .orderBy("id")
    .execute();
/** The homes somebody answers for that are open. */
export const openHomesOf = async (db: ActivitiesDb, personId: string | null): Promise<HomeRow[]> =>
  personId === null ? [] : (await homesDirectedBy(db, personId)).filter(({ closedOn }) => closedOn === null);
/** Of how many children a guardian put something right since then, by home. O(children). */
export async function countCorrected(db: ActivitiesDb, homeIds: readonly string[], since: string): Promise<ReadonlyMap<string, number>> {
  const rows = await everywhere(db, "children_activities_child", "how many children's data guardians put right at the homes one answers for oneself")
    .select("homeId")
    .where("homeId", "in", ["none", ...homeIds])
    .where("deletedAt", "is", null)
    .where("ownCorrectedAt", ">", since)
    .execute();
  return new Map([...groupBy(rows, ({ homeId }) => homeId)].map(([homeId, children]) => [homeId, children.length]));
}
/** Of how many children something is kept, by home. O(children). */
export async function countKept(db: ActivitiesDb, homeIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await everywhere(db, "children_activities_child", "how many children are kept of the homes one answers for oneself")
    .select("homeId")
    .where("homeId", "in", ["none", ...homeIds])
    .where("deletedAt", "is", null)
    .execute();
  return new Map([...groupBy(rows, ({ homeId }) => homeId)].map(([homeId, children]) => [homeId, children.length]));
}
