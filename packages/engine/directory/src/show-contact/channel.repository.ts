import { everywhere } from "@lianxin/plugin-kit";
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

/** Who has an address that was proved or vouched for, under the kept record, by the address's keyed hash. */
export async function peopleReachedAt(db: DirectoryDb, addressIndexes: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (addressIndexes.length === 0) return new Map();
  const rows = await everywhere(db, "directory_person", "people looked for by an address somebody already has of them")
    .innerJoin("directory_channel as channel", "channel.personId", "directory_person.id")
    .select((eb) => ["channel.addressIndex", eb.fn.coalesce("directory_person.mergedIntoId", "directory_person.id").as("personId")])
    .distinct()
    .where("channel.addressIndex", "in", [...new Set(addressIndexes)])
    .where((eb) => eb.or([eb("channel.isVerified", "=", true), eb("channel.confirmedAt", "is not", null)]))
    .where("directory_person.removedAt", "is", null)
    .orderBy("personId")
    .execute();
  const found = new Map<string, string[]>();
  for (const { addressIndex, personId } of rows) found.set(addressIndex!, [...(found.get(addressIndex!) ?? []), personId]);
  return found;
}

/** Under what the phones of a person are found that were proved or vouched for. */
export async function phoneIndexesOf(db: DirectoryDb, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("directory_channel")
    .select(["addressIndex", "isVerified", "confirmedAt"])
    .where("personId", "in", await recordsOf(db, personId))
    .where("kind", "in", ["phone", "landline"])
    .execute();
  return rows.flatMap(({ addressIndex, isVerified, confirmedAt }) => (addressIndex !== null && (isVerified || confirmedAt !== null) ? [addressIndex] : []));
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
