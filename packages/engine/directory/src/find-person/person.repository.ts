import { byId, everywhere, type Place } from "@lianxin/plugin-kit";
import type { DirectoryDb } from "../plugin.js";
import type { PersonCard } from "../directory.js";
import { nameKeyOf } from "../read-words/read-name.js";

/** The record of a person, or of the one it was merged into; undefined for records that were taken out. */
export async function findPerson(db: DirectoryDb, id: string) {
  const row = await byId(db, "directory_person", id).selectAll().where("removedAt", "is", null).executeTakeFirst();
  if (!row?.mergedIntoId) return row;
  return byId(db, "directory_person", row.mergedIntoId).selectAll().where("removedAt", "is", null).executeTakeFirst();
}
export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

export const cardOf = ({ id, fullName, distinction, placeId, placePath }: PersonRow): PersonCard => ({ id, fullName, distinction, placeId, placePath });

/** Kept id and place of a person: what decides who may see them. */
export async function homeOf(db: DirectoryDb, id: string): Promise<{ id: string; path: string } | undefined> {
  const person = await findPerson(db, id);
  return person && { id: person.id, path: person.placePath };
}

export async function placeOfPerson(db: DirectoryDb, id: string): Promise<Place | undefined> {
  const home = await homeOf(db, id);
  return home && { path: home.path };
}

/** Ids of every record that stands for this person: their own and those merged into it. */
export async function recordsOf(db: DirectoryDb, id: string): Promise<string[]> {
  const merged = await everywhere(db, "directory_person", "records merged into one that was reached before")
    .select("id")
    .where("mergedIntoId", "=", id)
    .execute();
  return [id, ...merged.map((row) => row.id)];
}

/** Names by the ids asked for; merged ids give the kept name. One query. */
export async function namesOf(db: DirectoryDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await everywhere(db, "directory_v1_person", "names of people an answer refers to by id")
    .select(["id", "fullName"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.fullName]));
}

/** Who is called so at or below a path, by the names as they were asked for: kept records that were not taken out. One query. */
export async function peopleNamed(db: DirectoryDb, names: readonly string[], path: string): Promise<Map<string, readonly string[]>> {
  if (names.length === 0) return new Map();
  const rows = await everywhere(db, "directory_person", "people looked for by their names under a path that was checked")
    .select(["id", "nameKey"])
    .where("nameKey", "in", [...new Set(names.map(nameKeyOf))])
    .where("placePath", "like", `${path}%`)
    .where("mergedIntoId", "is", null)
    .where("removedAt", "is", null)
    .orderBy("id")
    .execute();
  return new Map(names.map((name) => [name, rows.filter(({ nameKey }) => nameKey === nameKeyOf(name)).map(({ id }) => id)]));
}

/** Other names of a person, and the names and other names of the records merged into theirs. */
export async function aliasesOf(db: DirectoryDb, id: string): Promise<{ kind: string; name: string }[]> {
  const records = await recordsOf(db, id);
  const merged = await everywhere(db, "directory_person", "names of merged records belong to the kept one")
    .select("fullName as name")
    .where("id", "in", ["", ...records.slice(1)])
    .execute();
  const rows = await db.selectFrom("directory_alias").select(["kind", "name"]).where("personId", "in", records).orderBy("id").execute();
  return [...rows, ...merged.map(({ name }) => ({ kind: "as_written", name }))];
}
