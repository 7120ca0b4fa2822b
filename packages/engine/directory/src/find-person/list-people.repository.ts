import { within, type Scope } from "@lianxin/plugin-kit";
import { sql } from "kysely";
import { areInitials } from "../read-words/match-words.js";
import { nameKeyOf } from "../read-words/read-name.js";
import type { DirectoryDb } from "../plugin.js";

export interface PeopleQuery {
  /** Part of a name or of another name, or pinyin initials. */
  readonly search?: string;
  /** Only at or below this path. */
  readonly under?: string;
  /** Only those who hold a role of this kind on a day. */
  readonly role?: { readonly kind: string; readonly on: string };
  /** The last line of the page before, as it was given. */
  readonly after?: string;
}
export const pageSize = 50;

const written = "\n";
/** Order of the list: by the surname's letter and the name, then by id. */
export const cursorOf = (row: { sortKey: string | null; id: string }): string => `${row.sortKey ?? ""}${written}${row.id}`;
const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
const holds = (column: string, part: string) => sql<boolean>`${sql.ref(column)} like ${`%${escaped(part)}%`} escape '\\'`;

const listed = (db: DirectoryDb, scope: Scope) =>
  within(db, scope, "directory_person").where("directory_person.mergedIntoId", "is", null).where("directory_person.removedAt", "is", null);
type People = ReturnType<typeof listed>;

function named(people: People, search: string): People {
  const key = nameKeyOf(search);
  if (!key) return people;
  return people.where((eb) =>
    eb.or([
      holds("directory_person.nameKey", key),
      eb("directory_person.id", "in", eb.selectFrom("directory_alias").select("personId").where(holds("directory_alias.nameKey", key))),
      ...(areInitials(search) ? [holds("directory_person.initials", search.trim().toLowerCase())] : []),
    ]),
  );
}

const holding = (people: People, { kind, on }: NonNullable<PeopleQuery["role"]>): People =>
  people.where(({ exists, selectFrom }) =>
    exists(
      selectFrom("directory_role as r")
        .select("r.id")
        .whereRef("r.personId", "=", "directory_person.id")
        .where("r.kind", "=", kind)
        .where("r.fromOn", "<=", on)
        .where((role) => role.or([role("r.toOn", "is", null), role("r.toOn", ">=", on)])),
    ),
  );

function following(people: People, after: string): People {
  const [sortKey = "", id = ""] = after.split(written);
  return people.where((eb) =>
    eb.or([eb("directory_person.sortKey", ">", sortKey), eb.and([eb("directory_person.sortKey", "=", sortKey), eb("directory_person.id", ">", id)])]),
  );
}

/** People one may see, a page at a time; one row more than the page tells that there are more. */
export function listPeople(db: DirectoryDb, scope: Scope, { search, under, role, after }: PeopleQuery) {
  let people = listed(db, scope);
  if (under) people = people.where("directory_person.placePath", ">=", under).where("directory_person.placePath", "<", `${under}\uffff`);
  if (search) people = named(people, search);
  if (role) people = holding(people, role);
  if (after) people = following(people, after);
  return people
    .innerJoin("directory_place as home", "home.id", "directory_person.placeId")
    .leftJoin("directory_place as around", "around.id", "home.parentId")
    .select(["directory_person.id", "directory_person.fullName", "directory_person.sortKey", "directory_person.distinction"])
    .select(["home.name as homeName", "home.kind as homeKind", "around.name as aroundName"])
    .orderBy("directory_person.sortKey")
    .orderBy("directory_person.id")
    .limit(pageSize + 1)
    .execute();
}
