import { errors } from "../errors.js";
import { findPerson } from "../find-person/person.repository.js";
import type { DirectoryContext } from "../plugin.js";
import { linksOf } from "./account.repository.js";
import { linkAccount } from "./link-account.js";

/**
 * Lets the accounts of one person (a child with a phone) stand for another (their parent) too, as surely as for the first; gives how many
 * there are. Throws personUnknown, accountSelf, accountNone.
 */
export async function shareAccount(ctx: DirectoryContext, personId: string, holderId: string): Promise<number> {
  const [person, holder] = [await findPerson(ctx.db, personId), await findPerson(ctx.db, holderId)];
  if (!person) throw errors.personUnknown({}, "params.personId");
  if (!holder) throw errors.personUnknown({}, "body.holderId");
  if (person.id === holder.id) throw errors.accountSelf({}, "body.holderId");
  const links = await linksOf(ctx.db, holder.id);
  if (links.length === 0) throw errors.accountNone({ name: holder.fullName }, "body.holderId");
  for (const { accountId, confirmedAt } of links) await linkAccount(ctx, person.id, accountId, "staff", confirmedAt !== null);
  ctx.publish("rolesChanged", person.id, { personId: person.id });
  return links.length;
}

/** Ends one link, so that this account no longer speaks for the person. Throws accountUnlinked. */
export async function endLink({ db, clock, publish, audit }: DirectoryContext, linkId: string): Promise<void> {
  const link = await db.selectFrom("directory_account_link").select("personId").where("id", "=", linkId).where("toAt", "is", null).executeTakeFirst();
  if (!link) throw errors.accountUnlinked();
  await db.updateTable("directory_account_link").set({ toAt: clock.now() }).where("id", "=", linkId).execute();
  publish("rolesChanged", link.personId, { personId: link.personId });
  audit("account.unlink", link.personId);
}
