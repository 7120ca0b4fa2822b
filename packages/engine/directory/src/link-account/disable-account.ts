import { errors } from "../errors.js";
import { countHolders, rolesWithPlaces } from "../give-role/role.repository.js";
import { recordsOf } from "../find-person/person.repository.js";
import { isCurrent } from "../read-words/read-term.js";
import type { DirectoryContext } from "../plugin.js";
import { countPeopleOf, linksOf, peopleOf } from "./account.repository.js";

async function getLink({ db }: DirectoryContext, personId: string, linkId: string) {
  const link = (await linksOf(db, personId)).find((one) => one.id === linkId);
  if (!link) throw errors.accountUnlinked();
  return link;
}

/** Everybody whom the account of a link stands for: whoever stops it decides about all of them. Throws accountUnlinked. */
export const peopleBehind = async (ctx: DirectoryContext, personId: string, linkId: string): Promise<readonly string[]> =>
  peopleOf(ctx.db, (await getLink(ctx, personId, linkId)).accountId);

async function isLastAdministrator({ db, clock }: DirectoryContext, personId: string): Promise<boolean> {
  const roles = await rolesWithPlaces(db, await recordsOf(db, personId));
  const isOne = roles.some((role) => role.kind === "administrator" && isCurrent(role, clock.today()));
  return isOne && (await countHolders(db, "administrator", clock.today())) <= 1;
}

/** Nobody signs in with this account any more. Throws accountUnlinked, accountYours, lastAdministrator. */
export async function disableAccount(ctx: DirectoryContext, personId: string, linkId: string): Promise<void> {
  const { accountId } = await getLink(ctx, personId, linkId);
  if (accountId === ctx.actor.accountId) throw errors.accountYours();
  for (const id of await peopleOf(ctx.db, accountId)) if (await isLastAdministrator(ctx, id)) throw errors.lastAdministrator();
  await ctx.accounts.disable(accountId);
  ctx.audit("account.disable", personId, { accountId });
}

/** It may be signed in to again. Throws accountUnlinked. */
export async function enableAccount(ctx: DirectoryContext, personId: string, linkId: string): Promise<void> {
  const { accountId } = await getLink(ctx, personId, linkId);
  await ctx.accounts.enable(accountId);
  ctx.audit("account.enable", personId, { accountId });
}

/** The accounts of a person as their page shows them, with how many people each stands for. */
export async function accountsOf({ db, accounts }: DirectoryContext, personId: string) {
  const links = await linksOf(db, personId);
  const ids = links.map((link) => link.accountId);
  const [disabled, people] = [await accounts.findDisabled(ids), await countPeopleOf(db, ids)];
  return links.map(({ id, accountId, provedBy, fromAt, confirmedAt }) => ({
    ...{ id, provedBy, fromAt, isConfirmed: confirmedAt !== null, isDisabled: disabled.has(accountId), people: people.get(accountId) ?? 1 },
  }));
}
