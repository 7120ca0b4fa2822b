import { byId, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { DirectoryDb } from "../plugin.js";

export const findImport = (db: DirectoryDb, id: string) => byId(db, "directory_import", id).selectAll().executeTakeFirst();

export async function placeOfImport(db: DirectoryDb, id: string): Promise<Place | undefined> {
  const row = await findImport(db, id);
  return row && { path: row.placePath };
}

/** The latest imports at the places one may see. */
export const listImports = (db: DirectoryDb, scope: Scope) =>
  within(db, scope, "directory_import")
    .select(["id", "kind", "fileName", "importedAt", "added", "changed", "same", "undoneAt"])
    .orderBy("importedAt", "desc")
    .limit(50)
    .execute();
