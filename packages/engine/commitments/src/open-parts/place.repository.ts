import { everywhere } from "@lianxin/plugin-kit";
import type { CommitmentsDb } from "../plugin.js";

/** Names of places by their paths; one query. */
export async function placeNames(db: CommitmentsDb, paths: readonly string[]): Promise<Map<string, string>> {
  const rows = await everywhere(db, "directory_v1_place", "names of the places an answer refers to")
    .select(["placePath", "name"])
    .where("placePath", "in", ["", ...new Set(paths)])
    .execute();
  return new Map(rows.map((row) => [row.placePath, row.name]));
}
