import { byId, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { MeetingsDb } from "../plugin.js";

export const findSeries = (db: MeetingsDb, id: string) => byId(db, "meetings_series", id).selectAll().executeTakeFirst();
export type SeriesRow = NonNullable<Awaited<ReturnType<typeof findSeries>>>;

export async function placeOfSeries(db: MeetingsDb, id: string): Promise<Place | undefined> {
  const row = await findSeries(db, id);
  return row && { path: row.placePath };
}

export const listSeries = (db: MeetingsDb, scope: Scope) => within(db, scope, "meetings_series").selectAll().orderBy("id").limit(200).execute();

export const changesOf = (db: MeetingsDb, seriesId: string) =>
  db.selectFrom("meetings_occurrence").selectAll().where("seriesId", "=", seriesId).orderBy("plannedOn").execute();
