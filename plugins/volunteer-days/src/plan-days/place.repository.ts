import { within, type Scope } from "@lianxin/plugin-kit";
import type { VolunteerDaysDb } from "../plugin.js";

/** Where teams may work: the open compounds of a reader in the order of the tree, any open place where there is no compound; at most 500. */
export async function listPlaces(db: VolunteerDaysDb, scope: Scope): Promise<{ id: string; name: string }[]> {
  const rows = await within(db, scope, "directory_v1_place")
    .select(["id", "name", "kind"])
    .where("closedOn", "is", null)
    .where("scheme", "=", "main")
    .orderBy("placePath")
    .limit(500)
    .execute();
  const compounds = rows.filter(({ kind }) => kind === "compound");
  return (compounds.length > 0 ? compounds : rows).map(({ id, name }) => ({ id, name }));
}
