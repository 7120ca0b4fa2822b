import type { ChannelCard } from "../directory.js";
import { recordsOf } from "../find-person/person.repository.js";
import type { DirectoryDb } from "../plugin.js";
import type { ChannelKind } from "../words.js";

/** Sealed addresses of a person and of the records merged into theirs, the preferred one first. */
export async function channelsOf(db: DirectoryDb, personId: string): Promise<(ChannelCard & { readonly id: string; readonly isConfirmed: boolean })[]> {
  const rows = await db
    .selectFrom("directory_channel")
    .select(["id", "kind", "address", "isVerified", "isPreferred", "confirmedAt"])
    .where("personId", "in", await recordsOf(db, personId))
    .orderBy("isPreferred", "desc")
    .orderBy("createdAt")
    .execute();
  return rows.map(({ confirmedAt, ...row }) => ({ ...row, kind: row.kind as ChannelKind, isConfirmed: confirmedAt !== null }));
}

/** The first phone of each of these people, sealed. */
export async function firstPhones(db: DirectoryDb, personIds: readonly string[]) {
  if (personIds.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom("directory_channel")
    .select(["personId", "address"])
    .where("personId", "in", personIds)
    .where("kind", "in", ["phone", "landline"])
    .orderBy("isPreferred", "desc")
    .orderBy("createdAt")
    .execute();
  return new Map(rows.reverse().map((row) => [row.personId, row.address]));
}

export const removeChannel = (db: DirectoryDb, personId: string, id: string) =>
  db.deleteFrom("directory_channel").where("id", "=", id).where("personId", "=", personId).execute();
