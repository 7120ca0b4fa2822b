import { errors } from "../errors.js";
import type { DirectoryContext } from "../plugin.js";

export type Proof = "set_up" | "code" | "staff";

/**
 * Links an account to a person from now on; a link that holds already stays as it is. One that is not confirmed acts as a resident only,
 * whatever roles the person has or gets.
 */
export async function linkAccount(
  { db, newId, clock, audit }: DirectoryContext,
  personId: string,
  accountId: string,
  provedBy: Proof,
  isConfirmed = true,
): Promise<void> {
  const known = await db
    .selectFrom("directory_account_link")
    .select("id")
    .where("personId", "=", personId)
    .where("accountId", "=", accountId)
    .where("toAt", "is", null)
    .executeTakeFirst();
  if (known) return;
  const fromAt = clock.now();
  await db
    .insertInto("directory_account_link")
    .values({ id: newId(), personId, accountId, provedBy, fromAt, toAt: null, confirmedAt: isConfirmed ? fromAt : null })
    .execute();
  audit("account.link", personId, { accountId, provedBy, isConfirmed });
}

/** Says that a link is sure: from now on the account has the person's roles. Throws accountUnlinked. */
export async function confirmLink({ db, clock, publish, audit }: DirectoryContext, personId: string, linkId: string): Promise<void> {
  const done = await db
    .updateTable("directory_account_link")
    .set({ confirmedAt: clock.now() })
    .where("id", "=", linkId)
    .where("toAt", "is", null)
    .where("confirmedAt", "is", null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw errors.accountUnlinked();
  publish("rolesChanged", personId, { personId });
  audit("account.confirm", personId, { linkId });
}

/** Ends every link of a person, so that no account speaks for them any more; gives how many there were. */
export async function unlinkAccounts({ db, clock, publish, audit }: DirectoryContext, personId: string): Promise<number> {
  const done = await db
    .updateTable("directory_account_link")
    .set({ toAt: clock.now() })
    .where("personId", "=", personId)
    .where("toAt", "is", null)
    .executeTakeFirst();
  publish("rolesChanged", personId, { personId });
  audit("account.unlink", personId);
  return Number(done.numUpdatedRows);
}
