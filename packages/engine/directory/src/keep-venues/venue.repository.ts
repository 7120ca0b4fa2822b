import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { VenueCard } from "../directory.js";
import type { DirectoryDb } from "../plugin.js";
import type { VenueKind } from "../words.js";

export const findVenueRow = (db: DirectoryDb, id: string) => byId(db, "directory_venue", id).selectAll().executeTakeFirst();
export type VenueRow = NonNullable<Awaited<ReturnType<typeof findVenueRow>>>;

export async function placeOfVenue(db: DirectoryDb, id: string): Promise<Place | undefined> {
  const row = await findVenueRow(db, id);
  return row && { path: row.placePath };
}

export const findNamedVenue = (db: DirectoryDb, nameKey: string, placePath: string) =>
  everywhere(db, "directory_venue", "no two venues of one name at a place")
    .selectAll()
    .where("nameKey", "=", nameKey)
    .where("placePath", "=", placePath)
    .where("closedOn", "is", null)
    .executeTakeFirst();

/** Venues with their hours and closures; two queries more, however many venues. */
export async function venueCards(db: DirectoryDb, rows: readonly VenueRow[]): Promise<VenueCard[]> {
  const ids = ["", ...rows.map((row) => row.id)];
  const openings = await db
    .selectFrom("directory_opening")
    .select(["venueId", "weekday", "fromTime", "toTime"])
    .where("venueId", "in", ids)
    .orderBy("weekday")
    .orderBy("fromTime")
    .execute();
  const closures = await db
    .selectFrom("directory_closure")
    .select(["venueId", "fromOn", "toOn", "reason"])
    .where("venueId", "in", ids)
    .orderBy("fromOn")
    .execute();
  return rows.map(({ id, name, kind, placePath, seats, equipment }) => ({
    id,
    name,
    kind: kind as VenueKind,
    placePath,
    seats,
    equipment,
    openings: openings.filter((o) => o.venueId === id).map(({ weekday, fromTime, toTime }) => ({ weekday, fromTime, toTime })),
    closures: closures.filter((c) => c.venueId === id).map(({ fromOn, toOn, reason }) => ({ fromOn, toOn, reason })),
  }));
}

export const listVenues = (db: DirectoryDb, scope: Scope) =>
  within(db, scope, "directory_venue").selectAll().where("closedOn", "is", null).orderBy("nameKey").limit(500).execute();

export async function venuesAt(db: DirectoryDb, path: string): Promise<VenueCard[]> {
  const rows = await everywhere(db, "directory_venue", "where a meeting at a place can be")
    .selectAll()
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where("closedOn", "is", null)
    .orderBy("nameKey")
    .execute();
  return venueCards(db, rows);
}
