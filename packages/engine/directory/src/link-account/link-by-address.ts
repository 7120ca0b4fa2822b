import type { ProvedAddress } from "../authorize/authority.js";
import { givesMore } from "../authorize/choose-grants.js";
import type { DirectoryContext } from "../plugin.js";
import { readAddress } from "../read-words/read-address.js";
import { findHolders } from "./holder.repository.js";
import { linkAccount } from "./link-account.js";

interface Recognised {
  readonly personId: string;
  readonly channelIds: readonly string[];
  readonly isConfirmed: boolean;
}

/**
 * The one person whom an address proves. Several people on one phone prove nobody: a number is a channel, never an identity. An address
 * that nobody who gives roles has vouched for proves only a resident without an account, because anybody who keeps the register could
 * have put their own number there. One query, whoever asks.
 */
async function recognise(ctx: DirectoryContext, { kind, address }: ProvedAddress): Promise<Recognised | undefined> {
  const read = readAddress(kind, address);
  const rows = await findHolders(ctx, ctx.blind(read.kind === undefined ? "" : read.address));
  const [first] = rows;
  if (!first || rows.some((row) => row.personId !== first.personId)) return undefined;
  const isConfirmed = rows.some((row) => row.confirmedAt !== null);
  const isResident = rows.every((row) => row.linkId === null && (row.kind === null || !givesMore(row.kind, ctx.config.grants)));
  return isConfirmed || isResident ? { personId: first.personId, channelIds: [...new Set(rows.map((row) => row.channelId))], isConfirmed } : undefined;
}

/** May the proof of this address make somebody's account? */
export const expectsAddress = async (ctx: DirectoryContext, address: ProvedAddress): Promise<boolean> => (await recognise(ctx, address)) !== undefined;

/** Links an account that has just proved an address to the person whom it proves. Gives the person, or null. */
export async function linkByAddress(ctx: DirectoryContext, accountId: string, proved: ProvedAddress): Promise<string | null> {
  const found = await recognise(ctx, proved);
  if (!found) return null;
  await ctx.db.updateTable("directory_channel").set({ isVerified: true }).where("id", "in", found.channelIds).execute();
  await linkAccount(ctx, found.personId, accountId, "code", found.isConfirmed);
  return found.personId;
}
