import type { DirectoryContext } from "../plugin.js";

export type Proof = "set_up" | "code" | "staff";

/** Links an account to a person from now on; a link that holds already stays as it is. */
export async function linkAccount({ db, newId, clock, audit }: DirectoryContext, personId: string, accountId: string, provedBy: Proof): Promise<void> {
  const known = await db
    .selectFrom("directory_account_link")
    .select("id")
    .where("personId", "=", personId)
    .where("accountId", "=", accountId)
    .where("toAt", "is", null)
    .executeTakeFirst();
  if (known) return;
  await db.insertInto("directory_account_link").values({ id: newId(), personId, accountId, provedBy, fromAt: clock.now(), toAt: null }).execute();
  audit("account.link", personId, { accountId, provedBy });
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
