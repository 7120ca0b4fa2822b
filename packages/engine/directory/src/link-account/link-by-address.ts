import type { ProvedAddress } from "../authorize/authority.js";
import type { DirectoryContext } from "../plugin.js";
import { readAddress } from "../read-words/read-address.js";
import { linkAccount } from "./link-account.js";

async function findHolders(
  { db, blind }: DirectoryContext,
  proved: ProvedAddress,
): Promise<{ readonly people: readonly string[]; readonly channelIds: readonly string[] }> {
  const read = readAddress(proved.kind, proved.address);
  if (read.kind === undefined) return { people: [], channelIds: [] };
  const rows = await db
    .selectFrom("directory_channel as c")
    .innerJoin("directory_person as p", "p.id", "c.personId")
    .select((eb) => eb.fn.coalesce("p.mergedIntoId", "p.id").as("personId"))
    .select("c.id as channelId")
    .where("c.addressIndex", "=", blind(read.address))
    .where("p.removedAt", "is", null)
    .execute();
  return { people: [...new Set(rows.map((row) => row.personId))], channelIds: rows.map((row) => row.channelId) };
}

/** Has exactly one registered person this address? Then its proof may make their account. */
export const expectsAddress = async (ctx: DirectoryContext, address: ProvedAddress): Promise<boolean> => (await findHolders(ctx, address)).people.length === 1;

/**
 * Links an account that has just proved an address to the one person who has it. Nobody, or several people on one phone, gives no link
 * by itself: a phone number is a channel, never an identity. Gives the person, or null.
 */
export async function linkByAddress(ctx: DirectoryContext, accountId: string, proved: ProvedAddress): Promise<string | null> {
  const { db } = ctx;
  const { people, channelIds } = await findHolders(ctx, proved);
  if (people.length !== 1) return null;
  await db.updateTable("directory_channel").set({ isVerified: true }).where("id", "in", channelIds).execute();
  await linkAccount(ctx, people[0]!, accountId, "code");
  return people[0]!;
}
