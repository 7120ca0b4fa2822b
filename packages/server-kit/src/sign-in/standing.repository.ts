import type { AuthDb } from "./auth-tables.js";
import { endSessions } from "./session.repository.js";

/** From now on nobody signs in to it; its sessions end. */
export async function disableAccount(db: AuthDb, id: string, now: string): Promise<void> {
  await db.updateTable("auth_user").set({ disabledAt: now }).where("id", "=", id).execute();
  await endSessions(db, id);
}

export const enableAccount = async (db: AuthDb, id: string): Promise<void> =>
  void (await db.updateTable("auth_user").set({ disabledAt: null }).where("id", "=", id).execute());

/** Which of these accounts are disabled. */
export async function findDisabled(db: AuthDb, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("auth_user")
    .select("id")
    .where("id", "in", ["", ...ids])
    .where("disabledAt", "is not", null)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Takes an account out for good, its sessions, password and ways in with it; nobody is known by those addresses any more. */
export async function removeAccount(db: AuthDb, id: string): Promise<void> {
  await endSessions(db, id);
  await db.deleteFrom("auth_account").where("userId", "=", id).execute();
  await db.deleteFrom("auth_identifier").where("accountId", "=", id).execute();
  await db.deleteFrom("auth_user").where("id", "=", id).execute();
}
