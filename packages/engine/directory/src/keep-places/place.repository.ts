import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { PlaceCard } from "../directory.js";
import type { DirectoryDb } from "../plugin.js";
import type { PlaceKind } from "../words.js";
import { pathsAbove } from "./place-path.js";

export const findPlace = (db: DirectoryDb, id: string) => byId(db, "directory_place", id).selectAll().executeTakeFirst();
export type PlaceRow = NonNullable<Awaited<ReturnType<typeof findPlace>>>;

export const placeCardOf = ({ id, name, kind, scheme, parentId, placePath, households }: PlaceRow): PlaceCard => ({
  id,
  name,
  kind: kind as PlaceKind,
  scheme,
  parentId,
  path: placePath,
  households,
});

export async function pathOfPlace(db: DirectoryDb, id: string): Promise<Place | undefined> {
  const row = await byId(db, "directory_place", id).select("placePath").executeTakeFirst();
  return row && { path: row.placePath };
}

export async function pathsOfPlaces(db: DirectoryDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await everywhere(db, "directory_place", "the paths of places another part keeps the ids of")
    .select(["id", "placePath"])
    .where("id", "in", ["", ...ids])
    .execute();
  return new Map(rows.map(({ id, placePath }) => [id, placePath]));
}

/** The places from the top down to a path, itself included. */
export const placesAbove = (db: DirectoryDb, path: string) =>
  everywhere(db, "directory_place", "the names of the places around a place that was reached before")
    .selectAll()
    .where("placePath", "in", ["", ...pathsAbove(path)])
    .orderBy("placePath")
    .execute();

/** All places one may see, parents before children. */
export const listPlaces = (db: DirectoryDb, scope: Scope) => within(db, scope, "directory_place").selectAll().orderBy("placePath").execute();

export const findSibling = (db: DirectoryDb, parentId: string, scheme: string, nameKey: string) =>
  everywhere(db, "directory_place", "no two places of one name beside each other")
    .selectAll()
    .where("parentId", "=", parentId)
    .where("scheme", "=", scheme)
    .where("nameKey", "=", nameKey)
    .where("closedOn", "is", null)
    .executeTakeFirst();

const below = (path: string) => [path, `${path}\uffff`] as const;

/** Open places below, people living there and roles held there on a day: what stands in the way of closing a place. */
export async function countUses(db: DirectoryDb, { id, placePath }: PlaceRow, day: string): Promise<number> {
  const [from, to] = below(placePath);
  const why = "a place in use is not closed";
  const counts = await Promise.all([
    everywhere(db, "directory_place", why)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("placePath", ">", from)
      .where("placePath", "<", to)
      .where("closedOn", "is", null)
      .executeTakeFirstOrThrow(),
    everywhere(db, "directory_person", why)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("placeId", "=", id)
      .where("removedAt", "is", null)
      .executeTakeFirstOrThrow(),
    everywhere(db, "directory_role", why)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("placeId", "=", id)
      .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", day)]))
      .executeTakeFirstOrThrow(),
  ]);
  return counts.reduce((sum, { n }) => sum + Number(n), 0);
}
