import type { BusySpan, PersonCalendar } from "../directory.js";
import { everywhere } from "@lianxin/plugin-kit";
import type { DirectoryDb } from "../plugin.js";
import type { BusyKind } from "../words.js";

/** Every record id of the people asked for, with the id they were asked by. */
async function recordOwners(db: DirectoryDb, personIds: readonly string[]): Promise<Map<string, string>> {
  const merged = await everywhere(db, "directory_person", "calendars of records merged into those asked for")
    .select(["id", "mergedIntoId"])
    .where("mergedIntoId", "in", ["", ...personIds])
    .execute();
  return new Map([...personIds.map((id) => [id, id] as const), ...merged.map((row) => [row.id, row.mergedIntoId!] as const)]);
}

/** Calendars between two instants, one entry for each person asked for. Three queries. */
export async function calendarsOf(db: DirectoryDb, personIds: readonly string[], from: string, to: string): Promise<Map<string, PersonCalendar>> {
  const owners = await recordOwners(db, personIds);
  const ids = ["", ...owners.keys()];
  const weekly = await db
    .selectFrom("directory_weekly_hours")
    .select(["personId", "weekday", "fromTime", "toTime"])
    .where("personId", "in", ids)
    .orderBy("weekday")
    .orderBy("fromTime")
    .execute();
  const busy = await db
    .selectFrom("directory_busy")
    .select(["personId", "startsAt", "endsAt", "kind"])
    .where("personId", "in", ids)
    .where("startsAt", "<", to)
    .where("endsAt", ">", from)
    .orderBy("startsAt")
    .execute();
  const calendars = new Map(personIds.map((id) => [id, { weekly: [] as PersonCalendar["weekly"][number][], busy: [] as BusySpan[] }]));
  for (const { personId, ...span } of weekly) calendars.get(owners.get(personId)!)!.weekly.push(span);
  for (const { personId, startsAt, endsAt, kind } of busy) calendars.get(owners.get(personId)!)!.busy.push({ startsAt, endsAt, kind: kind as BusyKind });
  return calendars;
}

export const busyRowsOf = (db: DirectoryDb, personId: string, from: string) =>
  db
    .selectFrom("directory_busy")
    .select(["id", "startsAt", "endsAt", "kind"])
    .where("personId", "=", personId)
    .where("endsAt", ">=", from)
    .orderBy("startsAt")
    .limit(200)
    .execute();
