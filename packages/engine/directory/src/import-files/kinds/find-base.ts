import { everywhere } from "@lianxin/plugin-kit";
import type { PlaceRow } from "../../keep-places/place.repository.js";
import type { DirectoryDb } from "../../plugin.js";
import { placeKeyOf } from "../find-place-by-name.js";
import { nearNames } from "../near-names.js";

const fields = ["town", "place"] as const;
/** What a line's cell of a place cannot be: not there, with names like it; or there more than once. */
export interface BaseProblem {
  readonly field: (typeof fields)[number];
  readonly name: string;
  readonly why: "missing" | "several";
  readonly near: readonly string[];
}

/** What the places around a file's place are called: a sheet of a village that says its township too says nothing new. One read by index. */
export async function keysAbove(db: DirectoryDb, path: string): Promise<ReadonlySet<string>> {
  const paths = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)).filter((one) => one !== path);
  const rows = await everywhere(db, "directory_place", "a file says again where its place lies")
    .select("name")
    .where("placePath", "in", ["", ...paths])
    .execute();
  return new Set(rows.map(({ name }) => placeKeyOf(name)));
}

/**
 * The place a line names by its township and its village or other place, each below the one before; the file's own where it names none. A name that two places have
 * is never guessed. O(places).
 */
export function findBase(
  { top, places, above }: { readonly top: PlaceRow; readonly places: readonly PlaceRow[]; readonly above: ReadonlySet<string> },
  names: { readonly town?: string | undefined; readonly place?: string | undefined },
): PlaceRow | BaseProblem {
  let at = top;
  for (const field of fields) {
    const name = names[field];
    if (!name || placeKeyOf(name) === placeKeyOf(at.name) || above.has(placeKeyOf(name))) continue;
    const below = places.filter((one) => one.placePath !== at.placePath && one.placePath.startsWith(at.placePath));
    const found = below.filter((one) => placeKeyOf(one.name) === placeKeyOf(name));
    // Of two where one lies in the other the outer one is meant.
    const outer = found.filter((one) => !found.some((other) => other !== one && one.placePath.startsWith(other.placePath)));
    if (outer.length > 1) return { field, name, why: "several", near: [] };
    if (!outer[0]) {
      const all = below.map((one) => one.name);
      return { field, name, why: "missing", near: nearNames(name, all) };
    }
    at = outer[0];
  }
  return at;
}
