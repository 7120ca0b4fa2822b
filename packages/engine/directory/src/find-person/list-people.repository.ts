import { within, type Scope } from "@lianxin/plugin-kit";
import { sql } from "kysely";
import { nameKeyOf } from "../read-words/read-name.js";
import type { DirectoryDb } from "../plugin.js";

export interface PeopleQuery {
  /** Part of a name or of another name. */
  readonly search?: string;
  /** Only at or below this path. */
  readonly under?: string;
  /** The last line of the page before, as it was given. */
  readonly after?: string;
}
export const pageSize = 50;

/** Order of the list: by name, then by id. */
export const cursorOf = (row: { nameKey: string; id: string }): string => `${row.nameKey}\n${row.id}`;
const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** People one may see, a page at a time; one row more than the page tells that there are more. */
export function listPeople(db: DirectoryDb, scope: Scope, { search, under, after }: PeopleQuery) {
  let query = within(db, scope, "directory_person").where("directory_person.mergedIntoId", "is", null).where("directory_person.removedAt", "is", null);
  if (under) query = query.where("directory_person.placePath", ">=", under).where("directory_person.placePath", "<", `${under}\uffff`);
  const key = search ? nameKeyOf(search) : "";
  if (key) {
    const pattern = `%${escaped(key)}%`;
    const holds = (column: string) => sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`;
    query = query.where((eb) =>
      eb.or([
        holds("directory_person.nameKey"),
        eb("directory_person.id", "in", eb.selectFrom("directory_alias").select("personId").where(holds("directory_alias.nameKey"))),
      ]),
    );
  }
  if (after) {
    const [nameKey = "", id = ""] = after.split("\n");
    query = query.where((eb) =>
      eb.or([eb("directory_person.nameKey", ">", nameKey), eb.and([eb("directory_person.nameKey", "=", nameKey), eb("directory_person.id", ">", id)])]),
    );
  }
  return query
    .innerJoin("directory_place as home", "home.id", "directory_person.placeId")
    .select(["directory_person.id", "directory_person.fullName", "directory_person.nameKey", "directory_person.distinction", "home.name as placeName"])
    .orderBy("directory_person.nameKey")
    .orderBy("directory_person.id")
    .limit(pageSize + 1)
    .execute();
}
