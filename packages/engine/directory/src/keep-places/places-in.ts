import { within, type Scope } from "@lianxin/plugin-kit";
import type { PlaceChoice } from "../directory.js";
import type { DirectoryDb } from "../plugin.js";
import type { PlaceKind } from "../words.js";
import { fullNameOf, orderPlaces } from "./order-places.js";

/** More than a town has; a list nobody could read ends here. */
const most = 2000;

/**
 * The open places of a reader as people read the tree: each below its parent, brothers by number and then by pinyin, buildings and groups told with
 * the compound they lie in. Only the one community everything lies in is not repeated. One query, O(n log n).
 */
export async function placesIn(db: DirectoryDb, scope: Scope): Promise<PlaceChoice[]> {
  const rows = await within(db, scope, "directory_place")
    .leftJoin("directory_place as above", "above.id", "directory_place.parentId")
    .select(["directory_place.id", "directory_place.name", "directory_place.kind", "directory_place.parentId", "directory_place.placePath"])
    .select("above.name as parentName")
    .where("directory_place.closedOn", "is", null)
    .where("directory_place.scheme", "=", "main")
    .orderBy("directory_place.placePath")
    .limit(most)
    .execute();
  const ordered = orderPlaces(rows);
  const tops = ordered.filter(({ depth, kind }) => depth === 0 && (kind === "community" || kind === "village"));
  const whole = tops.length === 1 ? tops[0]!.id : undefined;
  return ordered.map(({ id, name, kind, parentId, parentName, placePath, depth }) => {
    const fullName = fullNameOf({ name, kind }, parentId === whole ? null : parentName);
    return { id, name: fullName, kind: kind as PlaceKind, path: placePath, depth };
  });
}
