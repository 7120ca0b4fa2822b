import { failures } from "../failures.js";
import type { LaneHandle } from "../write-lane/lane.js";
import { auditDeed } from "./audit-deed.js";
import { authOf, type AuthDb } from "./auth-tables.js";
import type { Ground } from "./ground.js";
import type { Identifier, IdentifierKind } from "./identifier.js";

export const blindOf = (ground: Pick<Ground, "blind">, { kind, value }: Identifier): string => ground.blind(`${kind}:${value}`);

/** The account behind a mail address or phone number, unless it is disabled. */
export async function findAccount(db: AuthDb, kind: IdentifierKind, blind: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("auth_identifier")
    .innerJoin("auth_user", "auth_user.id", "auth_identifier.accountId")
    .select("auth_user.id")
    .where("auth_identifier.kind", "=", kind)
    .where("auth_identifier.blind", "=", blind)
    .where("auth_user.disabledAt", "is", null)
    .executeTakeFirst();
  return row?.id;
}

export const findPassword = async (db: AuthDb, accountId: string): Promise<string | undefined> =>
  (await db.selectFrom("auth_account").select("password").where("userId", "=", accountId).where("providerId", "=", "credential").executeTakeFirst())
    ?.password ?? undefined;

/** Marks that someone proved to hold the address. */
export const verifyIdentifier = async (db: AuthDb, kind: IdentifierKind, blind: string, now: string): Promise<void> => {
  await db
    .updateTable("auth_identifier")
    .set({ verifiedAt: now })
    .where("kind", "=", kind)
    .where("blind", "=", blind)
    .where("verifiedAt", "is", null)
    .execute();
};

export const hasAccount = async (db: AuthDb): Promise<boolean> => (await db.selectFrom("auth_user").select("id").limit(1).executeTakeFirst()) !== undefined;

async function addIdentifier(ground: Ground, db: AuthDb, accountId: string, identifier: Identifier): Promise<void> {
  const { numInsertedOrUpdatedRows: added } = await db
    .insertInto("auth_identifier")
    .values({ id: ground.ports.newId(), accountId, kind: identifier.kind, blind: blindOf(ground, identifier), verifiedAt: null })
    .onConflict((conflict) => conflict.columns(["kind", "blind"]).doNothing())
    .executeTakeFirst();
  if (added !== 1n) throw failures.identifierTaken({}, `body.${identifier.kind}`);
}

/** Makes an account with its ways in. Throws `identifierTaken` when one of them leads to another account: nothing of that account changes. */
export async function addAccount(ground: Ground, tx: LaneHandle, identifiers: readonly Identifier[], passwordHash: string | undefined): Promise<string> {
  const { library, ports } = ground;
  const now = new Date(ports.clock.now());
  const times = { createdAt: now, updatedAt: now };
  const id = ports.newId();
  await library.within(tx, async (accounts) => {
    await accounts.createUser({ id, name: "", email: `${id}@account.invalid`, emailVerified: false, ...times }, { method: "admin" } as never);
    if (passwordHash) await accounts.createAccount({ userId: id, accountId: id, providerId: "credential", password: passwordHash, ...times });
  });
  const db = authOf(tx);
  for (const identifier of identifiers) await addIdentifier(ground, db, id, identifier);
  auditDeed(ground, tx, "accountMade", id);
  return id;
}

/** Sets or replaces the password. */
export async function changePassword({ library, ports }: Ground, tx: LaneHandle, accountId: string, password: string): Promise<void> {
  const now = new Date(ports.clock.now());
  await library.within(tx, async (accounts) => {
    const found = (await accounts.findAccounts(accountId)).find((a) => a.providerId === "credential");
    if (found) await accounts.updateAccount(found.id, { password, updatedAt: now });
    else await accounts.createAccount({ userId: accountId, accountId, providerId: "credential", password, createdAt: now, updatedAt: now });
  });
}
