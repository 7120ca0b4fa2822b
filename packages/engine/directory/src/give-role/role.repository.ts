import { byId, everywhere, type Place } from "@lianxin/plugin-kit";
import type { RoleHolder } from "../directory.js";
import { recordsOf } from "../find-person/person.repository.js";
import { pathsAbove } from "../keep-places/place-path.js";
import type { DirectoryDb } from "../plugin.js";
import type { RoleKind } from "../words.js";

export const findRole = (db: DirectoryDb, id: string) => byId(db, "directory_role", id).selectAll().executeTakeFirst();

const current = (db: DirectoryDb, day: string, why: string) =>
  everywhere(db, "directory_role", why)
    .where("directory_role.fromOn", "<=", day)
    .where((eb) => eb.or([eb("directory_role.toOn", "is", null), eb("directory_role.toOn", ">=", day)]));

/** Roles of people, past ones too unless a day is given, with the names of place and organisation. */
export function rolesWithPlaces(db: DirectoryDb, personIds: readonly string[], day?: string) {
  const why = "roles of people that were reached before";
  return (day ? current(db, day, why) : everywhere(db, "directory_role", why))
    .innerJoin("directory_place as at", "at.id", "directory_role.placeId")
    .leftJoin("directory_organization as of", "of.id", "directory_role.organizationId")
    .select([
      "directory_role.id",
      "directory_role.personId",
      "directory_role.kind",
      "directory_role.title",
      "directory_role.placeId",
      "directory_role.placePath",
    ])
    .select(["directory_role.organizationId", "directory_role.fromOn", "directory_role.toOn", "at.name as placeName", "of.name as organizationName"])
    .where("directory_role.personId", "in", ["", ...personIds])
    .orderBy("directory_role.fromOn", "desc")
    .orderBy("directory_role.id")
    .execute();
}

const holders = (query: ReturnType<typeof current>) =>
  query
    .innerJoin("directory_person as p", "p.id", "directory_role.personId")
    .where("p.removedAt", "is", null)
    .select((eb) => eb.fn.coalesce("p.mergedIntoId", "p.id").as("personId"))
    .select(["directory_role.kind", "directory_role.title", "directory_role.placeId", "directory_role.placePath", "directory_role.organizationId"])
    .orderBy("directory_role.fromOn")
    .orderBy("directory_role.id");

const asHolders = (rows: Awaited<ReturnType<ReturnType<typeof holders>["execute"]>>): RoleHolder[] =>
  rows.map((row) => ({ ...row, kind: row.kind as RoleKind }));

export async function peopleWithRole(db: DirectoryDb, kind: RoleKind, path: string, day: string): Promise<RoleHolder[]> {
  const query = current(db, day, "who holds a role somewhere").where("directory_role.kind", "=", kind);
  return asHolders(await holders(query.where("directory_role.placePath", ">=", path).where("directory_role.placePath", "<", `${path}\uffff`)).execute());
}

/** Holders at the nearest place at or above a path. */
export async function whoAnswersFor(db: DirectoryDb, kind: RoleKind, path: string, day: string): Promise<RoleHolder[]> {
  const query = current(db, day, "who answers for a place").where("directory_role.kind", "=", kind);
  const found = asHolders(await holders(query.where("directory_role.placePath", "in", ["", ...pathsAbove(path)])).execute());
  const nearest = Math.max(0, ...found.map((h) => h.placePath.length));
  return found.filter((h) => h.placePath.length === nearest);
}

export async function rolesOf(db: DirectoryDb, personId: string, day: string): Promise<RoleHolder[]> {
  return asHolders(await holders(current(db, day, "what one person holds").where("directory_role.personId", "in", await recordsOf(db, personId))).execute());
}

export const countHolders = async (db: DirectoryDb, kind: RoleKind, day: string): Promise<number> => {
  const row = await current(db, day, "the last administrator stays")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("directory_role.kind", "=", kind)
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

export async function placeOfRole(db: DirectoryDb, id: string): Promise<Place | undefined> {
  const role = await findRole(db, id);
  return role && { path: role.placePath };
}
