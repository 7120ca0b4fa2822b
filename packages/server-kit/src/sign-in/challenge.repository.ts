import type { AuthDatabase, AuthDb } from "./auth-tables.js";
import type { Insertable } from "kysely";

export const addChallenge = async (db: AuthDb, challenge: Insertable<AuthDatabase["auth_challenge"]>): Promise<void> => {
  await db.insertInto("auth_challenge").values(challenge).execute();
};

const open = (db: AuthDb, kind: string, id: string, now: string) =>
  db.updateTable("auth_challenge").where("id", "=", id).where("kind", "=", kind).where("usedAt", "is", null).where("expiresAt", ">", now);

/** Uses a link up: gives what it was for to the first who comes, and nothing to anyone after. */
export const useLink = (db: AuthDb, id: string, now: string) =>
  open(db, "mail", id, now).set({ usedAt: now }).returning(["blind", "address"]).executeTakeFirst();

/** Counts a try before it is looked at, so that a hundred at once still get no more than `most`; undefined when none is left. */
export const countTry = (db: AuthDb, id: string, now: string, most: number) =>
  open(db, "phone", id, now)
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("attempts", "<", most)
    .returning(["blind", "codeHash", "address"])
    .executeTakeFirst();

/** True for the one who uses the code up. */
export async function useCode(db: AuthDb, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await open(db, "phone", id, now).set({ usedAt: now }).executeTakeFirst();
  return numUpdatedRows === 1n;
}
