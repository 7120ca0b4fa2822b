import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import type { CommitmentsDb } from "../plugin.js";

/** Open places of a reader in the order of the tree, with their depth in it, at most 500. */
export async function listPlaces(db: CommitmentsDb, scope: Scope): Promise<{ id: string; name: string; depth: number }[]> {
  const rows = await within(db, scope, "directory_v1_place")
    .select(["id", "name", "placePath"])
    .where("closedOn", "is", null)
    .where("scheme", "=", "main")
    .orderBy("placePath")
    .limit(500)
    .execute();
  const depths = rows.map((row) => row.placePath.split("/").length);
  const least = Math.min(...depths);
  return rows.map(({ id, name }, i) => ({ id, name, depth: depths[i]! - least }));
}

/** Names of places by their paths; one query. */
export async function placeNames(db: CommitmentsDb, paths: readonly string[]): Promise<Map<string, string>> {
  const rows = await everywhere(db, "directory_v1_place", "names of the places an answer refers to")
    .select(["placePath", "name"])
    .where("placePath", "in", ["", ...new Set(paths)])
    .execute();
  return new Map(rows.map((row) => [row.placePath, row.name]));
}
