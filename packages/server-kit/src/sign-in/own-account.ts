import { failures } from "../failures.js";
import { changePassword, findPassword } from "./account.repository.js";
import { auditDeed } from "./audit-deed.js";
import { authOf } from "./auth-tables.js";
import { after, type Ground } from "./ground.js";
import type { IdentifierKind } from "./identifier.js";
import { claimUse } from "./limit.repository.js";
import { hashNewPassword } from "./password.js";
import type { LiveSession } from "./session-reader.js";
import { endSessions, openSession, type Entry } from "./session.repository.js";

/** A session this young, in seconds, is proof enough of who sits there: they came in by a code, a link or the password just now. */
const freshFor = 600;
const quarter = 900;

/** How an account is signed in to, as its owner sees it: kinds of addresses, never the addresses, which only their hashes tell. */
export interface OwnAccount {
  readonly ways: readonly { readonly kind: IdentifierKind; readonly isVerified: boolean }[];
  readonly hasPassword: boolean;
  /** A password may be set without the old one. */
  readonly isFresh: boolean;
}

async function isFresh({ db, ports }: Ground, session: LiveSession): Promise<boolean> {
  const row = await db.selectFrom("auth_session").select("createdAt").where("id", "=", session.id).executeTakeFirst();
  return row !== undefined && row.createdAt > after(ports.clock.now(), -freshFor);
}

export async function readAccount(ground: Ground, session: LiveSession): Promise<OwnAccount> {
  const { db } = ground;
  const rows = await db.selectFrom("auth_identifier").select(["kind", "verifiedAt"]).where("accountId", "=", session.accountId).orderBy("kind").execute();
  return {
    ways: rows.map(({ kind, verifiedAt }) => ({ kind: kind as IdentifierKind, isVerified: verifiedAt !== null })),
    hasPassword: (await findPassword(db, session.accountId)) !== undefined,
    isFresh: await isFresh(ground, session),
  };
}

export interface NewPassword {
  readonly password: string;
  /** The old one; not needed right after signing in. */
  readonly before?: string | undefined;
}

/** Throws proofNeeded, passwordInvalid, tooMany: a browser left open is no proof. */
async function checkProof(ground: Ground, session: LiveSession, { before }: NewPassword): Promise<void> {
  const { lane, ports, config, library, db } = ground;
  if (before === undefined) {
    if (await isFresh(ground, session)) return;
    throw failures.proofNeeded({}, "body.before");
  }
  const limit = { key: `own-password:${session.accountId}`, most: config.passwordTries, seconds: quarter };
  await lane.run((tx) => claimUse(authOf(tx), limit, ports.clock.now()));
  if (await library.hasher.verify(await findPassword(db, session.accountId), before)) return;
  await lane.run(async (tx) => auditDeed(ground, tx, "refused", session.accountId, { way: "password" }));
  throw failures.passwordInvalid({}, "body.before");
}

/**
 * Sets a password and ends every session of the account, because whoever knew the old one may have opened some; opens a new one for the
 * browser that asked. Throws proofNeeded, passwordInvalid, passwordWeak, tooMany, notSignedIn.
 */
export async function changeOwnPassword(ground: Ground, session: LiveSession, wanted: NewPassword): Promise<Entry> {
  await checkProof(ground, session, wanted);
  const hash = await hashNewPassword(ground, wanted.password);
  return ground.lane.run(async (tx) => {
    const still = await authOf(tx).selectFrom("auth_session").select("id").where("id", "=", session.id).executeTakeFirst();
    if (!still) throw failures.notSignedIn();
    await changePassword(ground, tx, session.accountId, hash);
    await endSessions(authOf(tx), session.accountId);
    auditDeed(ground, tx, "passwordSet", session.accountId);
    tx.afterCommit(() => ground.forget(session.accountId));
    return openSession(ground, tx, session.accountId, "password");
  });
}

/** Ends every session of the account but this one. */
export const signOutElsewhere = (ground: Ground, { accountId, id }: LiveSession): Promise<void> =>
  ground.lane.run(async (tx) => {
    await endSessions(authOf(tx), accountId, id);
    auditDeed(ground, tx, "signedOutElsewhere", accountId);
    tx.afterCommit(() => ground.forget(accountId));
  });
