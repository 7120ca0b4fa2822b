import { byId, everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import type { AdultFact } from "../judge-safety/judge-session.js";
import type { ActivitiesDb } from "../plugin.js";

export const findAdult = (db: ActivitiesDb, id: string) => byId(db, "children_activities_adult", id).selectAll().executeTakeFirst();
export const listAdults = (db: ActivitiesDb, scope: Scope) =>
  within(db, scope, "children_activities_adult").selectAll().where("leftAt", "is", null).orderBy("joinedAt").orderBy("id").execute();
/** The adults of a place and of those above it: who may be on duty at a home there. */
export const adultsCovering = async (db: ActivitiesDb, placePath: string) =>
  (
    await everywhere(db, "children_activities_adult", "who may be on duty at a home that was reached before")
      .selectAll()
      .where("leftAt", "is", null)
      .orderBy("joinedAt")
      .orderBy("id")
      .execute()
  ).filter((adult) => placePath.startsWith(adult.placePath));
export const allAdults = (db: ActivitiesDb) =>
  everywhere(db, "children_activities_adult", "whoever could take a duty somewhere; another plugin asks")
    .select(["id", "personId", "placePath"])
    .where("leftAt", "is", null)
    .orderBy("id")
    .execute();
export const adultsOfPerson = (db: ActivitiesDb, personId: string) =>
  everywhere(db, "children_activities_adult", "a person is one adult at a place")
    .selectAll()
    .where("personId", "=", personId)
    .where("leftAt", "is", null)
    .execute();

const none = ["none"];
export const checksOf = (db: ActivitiesDb, adultIds: readonly string[]) =>
  db
    .selectFrom("children_activities_record_check")
    .selectAll()
    .where("adultId", "in", [...none, ...adultIds])
    .orderBy("checkedOn")
    .orderBy("id")
    .execute();
export const findCheck = (db: ActivitiesDb, id: string) => byId(db, "children_activities_record_check", id).selectAll().executeTakeFirst();

/** What the evaluator has to know of some adults, by id. */
export async function adultFacts(db: ActivitiesDb, adultIds: readonly string[]): Promise<ReadonlyMap<string, AdultFact>> {
  const [rows, checks] = await Promise.all([
    everywhere(db, "children_activities_adult", "the evaluator judges adults of a session reached before")
      .select(["id", "isWoman", "familyGroup", "firstAidUntil"])
      .where("id", "in", [...none, ...adultIds])
      .execute(),
    checksOf(db, adultIds),
  ]);
  const own = groupBy(checks, ({ adultId }) => adultId);
  return new Map(rows.map((row) => [row.id, { ...row, checks: (own.get(row.id) ?? []) as unknown as AdultFact["checks"] }]));
}
