import { failures } from "../failures.js";
import { blindOf, findAccount, findPassword } from "./account.repository.js";
import { auditDeed } from "./audit-deed.js";
import { authOf } from "./auth-tables.js";
import { isStrongEnough, leastPassword } from "./check-password.js";
import type { Ground } from "./ground.js";
import { tidyIdentifier } from "./identifier.js";
import { claimUse } from "./limit.repository.js";
import { openSession, type Entry } from "./session.repository.js";

const quarter = 900;

/** The hash of a password that may be set. Throws `passwordWeak`. Takes half a second, so never inside the write lane. */
export async function hashNewPassword({ library }: Ground, password: string, own: readonly string[] = []): Promise<string> {
  if (!isStrongEnough(password, own)) throw failures.passwordWeak({ least: leastPassword }, "body.password");
  return library.hasher.hash(password);
}

/**
 * Signs in with a mail address or phone number and a password. An unknown address costs the same hashing. Tries are counted before
 * the hashing, per account and network address, so that nobody locks another out. Throws `passwordInvalid`, `tooMany`.
 */
export async function signInWithPassword(ground: Ground, typed: string, password: string, ip: string): Promise<Entry> {
  const { lane, ports, config, library } = ground;
  const identifier = tidyIdentifier(typed);
  if (!identifier || password.length > 256) throw failures.passwordInvalid();
  const [blind, from, now] = [blindOf(ground, identifier), ground.blind(`ip:${ip}`), ports.clock.now()];
  await lane.run(async (tx) => {
    await claimUse(authOf(tx), { key: `password:${blind}:${from}`, most: config.passwordTries, seconds: quarter }, now);
    await claimUse(authOf(tx), { key: `password:${from}`, most: config.passwordTriesPerIp, seconds: quarter }, now);
  });
  const account = await findAccount(ground.db, identifier.kind, blind);
  const stored = await findPassword(ground.db, account ?? "");
  if (!(await library.hasher.verify(stored, password)) || !account) {
    await lane.run(async (tx) => auditDeed(ground, tx, "refused", account ?? null, { way: "password" }));
    throw failures.passwordInvalid();
  }
  return lane.run(async (tx) => {
    const isStillSo = (await findAccount(authOf(tx), identifier.kind, blind)) === account && (await findPassword(authOf(tx), account)) === stored;
    if (!isStillSo) throw failures.passwordInvalid();
    return openSession(ground, tx, account, "password");
  });
}
