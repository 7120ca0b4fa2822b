import { errors } from "../errors.js";
import { recordsOf } from "../find-person/person.repository.js";
import type { DirectoryContext } from "../plugin.js";
import { readAddress } from "../read-words/read-address.js";
import type { ChannelKind } from "../words.js";

export interface NewChannel {
  readonly kind: ChannelKind;
  readonly address: string;
  readonly isPreferred?: boolean | undefined;
  readonly enteredBy: string | null;
  /** Whoever entered it answers for who the person is (`mayAnswerFor`): then its proof makes their account, roles included. */
  readonly isConfirmed: boolean;
}

/** An address as it is kept; throws phoneInvalid, mailInvalid. */
export function getAddress(kind: ChannelKind, raw: string, field: string): { kind: ChannelKind; address: string } {
  const read = readAddress(kind, raw);
  if (read.kind === undefined) throw kind === "mail" ? errors.mailInvalid({}, field) : errors.phoneInvalid({ digits: read.digits }, field);
  return read;
}

/** Adds a way to reach a person; the preferred one of its kind replaces the one before. Throws phoneInvalid, mailInvalid, channelKnown. */
export async function addChannel(ctx: DirectoryContext, personId: string, channel: NewChannel, field = "body.address"): Promise<string> {
  const { db, newId, blind, clock, audit } = ctx;
  const { enteredBy, isConfirmed, isPreferred = false } = channel;
  const { kind, address } = getAddress(channel.kind, channel.address, field);
  const known = await db
    .selectFrom("directory_channel")
    .select("id")
    .where("personId", "=", personId)
    .where("addressIndex", "=", blind(address))
    .executeTakeFirst();
  if (known) throw errors.channelKnown({}, field);
  if (isPreferred) await db.updateTable("directory_channel").set({ isPreferred: false }).where("personId", "=", personId).execute();
  const id = newId();
  await db
    .insertInto("directory_channel")
    .values({
      ...{ id, personId, kind, address, isPreferred, isVerified: false, enteredBy },
      createdAt: clock.now(),
      confirmedAt: isConfirmed ? clock.now() : null,
    })
    .execute();
  audit("channel.add", personId, { channelId: id, kind, isConfirmed });
  return id;
}

/** Vouches for an address of a person: its proof makes their account from now on, roles included. Throws channelUnknown. */
export async function confirmChannel({ db, clock, audit }: DirectoryContext, personId: string, channelId: string): Promise<void> {
  const done = await db
    .updateTable("directory_channel")
    .set({ confirmedAt: clock.now() })
    .where("id", "=", channelId)
    .where("personId", "in", await recordsOf(db, personId))
    .where("confirmedAt", "is", null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw errors.channelUnknown();
  audit("channel.confirm", personId, { channelId });
}
