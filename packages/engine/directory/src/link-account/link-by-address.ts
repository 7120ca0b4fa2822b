import type { ProvedAddress } from "../authorize/authority.js";
import type { DirectoryContext } from "../plugin.js";
import { readAddress } from "../read-words/read-address.js";
import { linkAccount } from "./link-account.js";

/**
 * Links an account that has just proved an address to the one person who has it. Nobody, or several people on one phone, gives no link
 * by itself: a phone number is a channel, never an identity. Gives the person, or null.
 */
export async function linkByAddress(ctx: DirectoryContext, accountId: string, proved: ProvedAddress): Promise<string | null> {
  const { db, blind } = ctx;
  const read = readAddress(proved.kind, proved.address);
  if (read.kind === undefined) return null;
  const rows = await db
    .selectFrom("directory_channel as c")
    .innerJoin("directory_person as p", "p.id", "c.personId")
    .select((eb) => eb.fn.coalesce("p.mergedIntoId", "p.id").as("personId"))
    .select("c.id as channelId")
    .where("c.addressIndex", "=", blind(read.address))
    .where("p.removedAt", "is", null)
    .execute();
  const people = [...new Set(rows.map((row) => row.personId))];
  if (people.length !== 1) return null;
  await db
    .updateTable("directory_channel")
    .set({ isVerified: true })
    .where("id", "in", rows.map((row) => row.channelId))
    .execute();
  await linkAccount(ctx, people[0]!, accountId, "code");
  return people[0]!;
}
