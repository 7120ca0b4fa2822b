import type { LaneHandle } from "../write-lane/lane.js";
import { authOf, type AuthDb } from "./auth-tables.js";
import { auditDeed, type Way } from "./audit-deed.js";
import { after, type Ground } from "./ground.js";
import { hashToken, newToken } from "./secrets.js";

/** What a browser gets when it has signed in. */
export interface Entry {
  readonly accountId: string;
  /** The secret of the cookie; stored as its hash only. */
  readonly token: string;
}

/** A session as its owner sees it. */
export interface SessionRow {
  readonly id: string;
  readonly createdAt: string;
  readonly usedAt: string;
}

/** Opens a session with a fresh secret, never with one that was there before the sign-in. */
export async function openSession(ground: Ground, tx: LaneHandle, accountId: string, way: Way): Promise<Entry> {
  const { library, ports, config } = ground;
  const token = newToken(ports.random);
  const now = ports.clock.now();
  const moment = new Date(now);
  const expiresAt = new Date(after(now, config.longestSeconds));
  const row = { token: hashToken(token), expiresAt, createdAt: moment, updatedAt: moment, ipAddress: null, userAgent: null };
  await library.within(tx, (accounts) => accounts.createSession(accountId, false, row, true));
  auditDeed(ground, tx, "signedIn", accountId, { way });
  return { accountId, token };
}

/** The live session of a secret: one read of two primary-key-like indexes. */
export const findSession = ({ db, config, ports }: Pick<Ground, "db" | "config" | "ports">, hash: string) => {
  const now = ports.clock.now();
  return db
    .selectFrom("auth_session")
    .innerJoin("auth_user", "auth_user.id", "auth_session.userId")
    .select(["auth_session.id", "auth_session.userId as accountId", "auth_session.updatedAt as usedAt"])
    .where("auth_session.token", "=", hash)
    .where("auth_session.expiresAt", ">", now)
    .where("auth_session.updatedAt", ">", after(now, -config.idleSeconds))
    .where("auth_user.disabledAt", "is", null)
    .executeTakeFirst();
};

export async function listSessions({ db, config, ports }: Ground, accountId: string): Promise<SessionRow[]> {
  const now = ports.clock.now();
  return db
    .selectFrom("auth_session")
    .select(["id", "createdAt", "updatedAt as usedAt"])
    .where("userId", "=", accountId)
    .where("expiresAt", ">", now)
    .where("updatedAt", ">", after(now, -config.idleSeconds))
    .orderBy("id", "desc")
    .limit(100)
    .execute();
}

export const touchSession = (tx: LaneHandle, id: string, now: string) =>
  authOf(tx).updateTable("auth_session").set({ updatedAt: now }).where("id", "=", id).execute();

/** Ends one session of an account; false when it has no such session. */
export async function endSession(tx: LaneHandle, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await authOf(tx).deleteFrom("auth_session").where("id", "=", id).where("userId", "=", accountId).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Ends the sessions of an account, all but the one that is kept. */
export const endSessions = (db: AuthDb, accountId: string, kept = "") =>
  db.deleteFrom("auth_session").where("userId", "=", accountId).where("id", "!=", kept).execute();
