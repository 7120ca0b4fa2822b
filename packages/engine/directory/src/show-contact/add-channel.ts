import { errors } from "../errors.js";
import type { DirectoryContext } from "../plugin.js";
import { readAddress } from "../read-words/read-address.js";
import type { ChannelKind } from "../words.js";

export interface NewChannel {
  readonly kind: ChannelKind;
  readonly address: string;
  readonly isPreferred?: boolean | undefined;
  readonly isVerified?: boolean | undefined;
}

/** An address as it is kept; throws phoneInvalid, mailInvalid. */
export function getAddress(kind: ChannelKind, raw: string, field: string): { kind: ChannelKind; address: string } {
  const read = readAddress(kind, raw);
  if (read.kind === undefined) throw kind === "mail" ? errors.mailInvalid({}, field) : errors.phoneInvalid({ digits: read.digits }, field);
  return read;
}

/** Adds a way to reach a person; the preferred one of its kind replaces the one before. Throws phoneInvalid, mailInvalid, channelKnown. */
export async function addChannel(ctx: DirectoryContext, personId: string, channel: NewChannel, field = "body.address"): Promise<string> {
  const { db, newId, blind, clock } = ctx;
  const { kind, address } = getAddress(channel.kind, channel.address, field);
  const known = await db
    .selectFrom("directory_channel")
    .select("id")
    .where("personId", "=", personId)
    .where("addressIndex", "=", blind(address))
    .executeTakeFirst();
  if (known) throw errors.channelKnown({}, field);
  if (channel.isPreferred) await db.updateTable("directory_channel").set({ isPreferred: false }).where("personId", "=", personId).execute();
  const id = newId();
  await db
    .insertInto("directory_channel")
    .values({ id, personId, kind, address, isPreferred: channel.isPreferred ?? false, isVerified: channel.isVerified ?? false, createdAt: clock.now() })
    .execute();
  return id;
}
