import type { Place } from "@lianxin/plugin-kit";
import type { ElderPairingDb } from "../plugin.js";

/** The paths around a place and its own: "a/b/c/" lies in "a/" and "a/b/". */
const around = (path: string): string[] => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));

/**
 * A place as its papers and their files are named: a village with its township before it, "柳河镇河口村", as villages of two may have one name and files of both lie in
 * one folder; any other place as it is. One read by index.
 */
export async function namePlace(db: ElderPairingDb, { path, name }: Place & { readonly name: string }): Promise<string> {
  const town = await db
    .selectFrom("directory_v1_place")
    .select(["name", "placePath"])
    .where("kind", "=", "town")
    .where("placePath", "in", around(path))
    .orderBy("placePath", "desc")
    .executeTakeFirst();
  return town === undefined || town.placePath === path ? name : `${town.name}${name}`;
}
