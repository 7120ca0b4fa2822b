import { byId, everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import type { CheckFact } from "../judge-safety/is-vetted.js";
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
export const adultsById = (db: ActivitiesDb, ids: readonly string[]) =>
  everywhere(db, "children_activities_adult", "the adults on duty at a session that was reached before")
    .select(["id", "personId"])
    .where("id", "in", ["none", ...ids])
    .orderBy("id")
    .execute();
export const adultsOfPerson = (db: ActivitiesDb, personId: string) =>
  everywhere(db, "children_activities_adult", "a person is one adult at a place")
    .selectAll()
    .where("personId", "=", personId)
    .where("leftAt", "is", null)
    .execute();

const none = ["none"];
/** Every record of one person, those they left too; at least one id, to be looked for. */
export async function recordsOfPerson(db: ActivitiesDb, personId: string): Promise<string[]> {
  const known = everywhere(db, "children_activities_adult", "the records of one person who was reached before");
  return [...none, ...(await known.select("id").where("personId", "=", personId).execute()).map(({ id }) => id)];
}
/**
 * Every record of these adults' people, theirs to change until this transaction ends: two who would put one person into two places at once do it one after the other. Before any session is locked, by
 * id, so that nobody waits for each other.
 */
export async function lockPeople(db: ActivitiesDb, adultIds: readonly string[]): Promise<void> {
  const people = (await adultsById(db, adultIds)).map(({ personId }) => personId);
  const records = await everywhere(db, "children_activities_adult", "every record of people who were reached before")
    .select(["id"])
    .where("personId", "in", [...none, ...people])
    .orderBy("id")
    .execute();
  for (const { id } of records)
    await db
      .updateTable("children_activities_adult")
      .set((eb) => ({ kind: eb.ref("kind") }))
      .where("id", "=", id)
      .execute();
}
export const checksOf = (db: ActivitiesDb, adultIds: readonly string[]) =>
  db
    .selectFrom("children_activities_record_check")
    .selectAll()
    .where("adultId", "in", [...none, ...adultIds])
    .orderBy("checkedOn")
    .orderBy("id")
    .execute();
/** A check as it is kept. */
export interface KnownCheck extends CheckFact {
  readonly id: string;
  readonly adultId: string;
}
/** The checks of people by person, oldest first, with those of records they left. Two queries. */
export async function checksByPerson(db: ActivitiesDb, personIds: readonly string[]) {
  const records = await everywhere(db, "children_activities_adult", "every record of people who were reached before")
    .select(["id", "personId"])
    .where("personId", "in", [...none, ...personIds])
    .execute();
  const personOf = new Map(records.map(({ id, personId }) => [id, personId]));
  const checks = await checksOf(
    db,
    records.map(({ id }) => id),
  );
  return groupBy(checks as unknown as readonly KnownCheck[], ({ adultId }) => personOf.get(adultId)!);
}
export const findCheck = (db: ActivitiesDb, id: string) => byId(db, "children_activities_record_check", id).selectAll().executeTakeFirst();

/** Adults by id, each with whose record it is. */
export interface KnownAdult extends AdultFact {
  readonly personId: string;
  readonly trainedOn: string | null;
}
/** Has the adult been trained before a day? Nobody is put with children untrained. */
export const isTrained = ({ trainedOn }: { readonly trainedOn: string | null }, on: string): boolean => trainedOn !== null && trainedOn <= on;

/**
 * What the evaluator has to know of some adults, by id. Checks are those of the person, wherever and whenever they were written down: who left, or is an adult at another place
 * too, is looked up no better by being written down anew.
 */
export async function adultFacts(db: ActivitiesDb, adultIds: readonly string[]): Promise<ReadonlyMap<string, KnownAdult>> {
  const rows = await everywhere(db, "children_activities_adult", "the evaluator judges adults of a session reached before")
    .select(["id", "personId", "isWoman", "familyGroup", "firstAidUntil", "trainedOn"])
    .where("id", "in", [...none, ...adultIds])
    .execute();
  const own = await checksByPerson(
    db,
    rows.map(({ personId }) => personId),
  );
  return new Map(rows.map((row) => [row.id, { ...row, checks: own.get(row.personId) ?? [] }]));
}
