import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { OrganizationCard } from "../directory.js";
import type { DirectoryDb } from "../plugin.js";
import type { OrganizationKind } from "../words.js";

export const findOrganization = (db: DirectoryDb, id: string) => byId(db, "directory_organization", id).selectAll().executeTakeFirst();
export type OrganizationRow = NonNullable<Awaited<ReturnType<typeof findOrganization>>>;

export const organizationCardOf = ({ id, name, kind, placePath }: OrganizationRow): OrganizationCard => ({
  id,
  name,
  kind: kind as OrganizationKind,
  placePath,
});

export async function placeOfOrganization(db: DirectoryDb, id: string): Promise<Place | undefined> {
  const row = await findOrganization(db, id);
  return row && { path: row.placePath };
}

export const findNamed = (db: DirectoryDb, nameKey: string, placePath: string) =>
  everywhere(db, "directory_organization", "no two organisations of one name at a place")
    .selectAll()
    .where("nameKey", "=", nameKey)
    .where("placePath", "=", placePath)
    .where("closedOn", "is", null)
    .executeTakeFirst();

export const listOrganizations = (db: DirectoryDb, scope: Scope) =>
  within(db, scope, "directory_organization")
    .innerJoin("directory_place as at", "at.id", "directory_organization.placeId")
    .select(["directory_organization.id", "directory_organization.name", "directory_organization.kind", "directory_organization.placeId"])
    .select(["directory_organization.closedOn", "directory_organization.version", "at.name as placeName"])
    .orderBy("directory_organization.nameKey")
    .limit(500)
    .execute();

export async function organizationNames(db: DirectoryDb, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await everywhere(db, "directory_organization", "names of organisations an answer refers to by id")
    .select(["id", "name"])
    .where("id", "in", ["", ...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export const formerNames = (db: DirectoryDb, organizationId: string) =>
  db.selectFrom("directory_organization_name").select(["name", "fromOn", "toOn"]).where("organizationId", "=", organizationId).orderBy("fromOn").execute();
