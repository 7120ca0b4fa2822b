import { everywhere } from "@lianxin/plugin-kit";
import type { DirectoryDb } from "../plugin.js";
import { nameKeyOf } from "../read-words/read-name.js";
import type { PlaceRow } from "../keep-places/place.repository.js";
import { nearNames } from "./near-names.js";

/** Open places at or below a path. */
export const placesBelow = (db: DirectoryDb, path: string): Promise<PlaceRow[]> =>
  everywhere(db, "directory_place", "a file names places by their names")
    .selectAll()
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where("closedOn", "is", null)
    .orderBy("placePath")
    .execute();

/** "3栋", "３ 栋" and "3号楼" are one building. */
export const placeKeyOf = (name: string): string => nameKeyOf(name).replace(/(号楼|幢|座|楼)$/u, "栋");

/** Which of the names is no place, and the names of places there that are written nearly so. */
export interface MissingPlace {
  readonly missing: number;
  readonly near: readonly string[];
}

const namesBelow = (places: readonly PlaceRow[], at: PlaceRow): string[] => places.filter((p) => p.placePath.startsWith(at.placePath)).map((p) => p.name);

/** Finds a place by the names on the way to it: each below the one before, however deep. Empty names are passed over. O(places × names). */
export function findByNames(places: readonly PlaceRow[], top: PlaceRow, names: readonly (string | undefined)[]): PlaceRow | MissingPlace {
  let at = top;
  for (const [i, name] of names.entries()) {
    if (!name) continue;
    const found = places.filter((p) => p.placePath !== at.placePath && p.placePath.startsWith(at.placePath) && placeKeyOf(p.name) === placeKeyOf(name));
    const nearest = found.sort((a, b) => a.placePath.length - b.placePath.length)[0];
    if (!nearest && placeKeyOf(at.name) !== placeKeyOf(name)) return { missing: i, near: nearNames(name, namesBelow(places, at)) };
    at = nearest ?? at;
  }
  return at;
}
