import { failures } from "../failures.js";
import type { LaneHandle } from "../write-lane/lane.js";
import { blindOf, findAccount, verifyIdentifier } from "./account.repository.js";
import { authOf } from "./auth-tables.js";
import { auditDeed } from "./audit-deed.js";
import { addChallenge, countTry, useCode } from "./challenge.repository.js";
import { claimMessage } from "./claim-message.js";
import { after, type Asker, type Ground } from "./ground.js";
import { tidyPhone } from "./identifier.js";
import { expectNewcomer, welcomeNewcomer } from "./newcomer.js";
import { hashCode, hashToken, isSame, isToken, newCode, newToken } from "./secrets.js";
import { openSession, type Entry } from "./session.repository.js";

/**
 * Sends six digits to a known number and does the same work, sending nothing, for an unknown one. The code is bound to the handle that
 * goes to the browser that asked: nobody else's wrong tries count against it. Throws `invalidInput`, `tooMany`.
 */
export async function requestPhoneCode(ground: Ground, phone: string, asker: Asker): Promise<{ readonly handle: string }> {
  const { lane, ports, config, secret } = ground;
  const identifier = tidyPhone(phone);
  if (!identifier) throw failures.invalidInput({ count: 1 }, "body.phone");
  const blind = blindOf(ground, identifier);
  const [handle, code, now] = [newToken(ports.random), newCode(ports.random), ports.clock.now()];
  const id = hashToken(handle);
  const account = await lane.run(async (tx) => {
    const db = authOf(tx);
    await claimMessage(ground, db, blind, asker.ip, now);
    const address = await expectNewcomer(ground, tx, identifier);
    await addChallenge(db, {
      id,
      kind: "phone",
      blind,
      codeHash: hashCode(secret, id, code),
      address,
      attempts: 0,
      expiresAt: after(now, config.codeSeconds),
      usedAt: null,
    });
    return (await findAccount(db, "phone", blind)) ?? address;
  });
  ground.deliver(async () => (account ? ground.sendCode({ phone: identifier.value, code, language: asker.language }) : undefined));
  return { handle };
}

async function tryCode(ground: Ground, tx: LaneHandle, id: string, blind: string, code: string): Promise<Entry | undefined> {
  const db = authOf(tx);
  const now = ground.ports.clock.now();
  const challenge = await countTry(db, id, now, ground.config.triesPerCode);
  if (!challenge) return undefined;
  if (challenge.blind !== blind || !isSame(challenge.codeHash ?? "", hashCode(ground.secret, id, code))) {
    auditDeed(ground, tx, "refused", (await findAccount(db, "phone", challenge.blind)) ?? null, { way: "phone" });
    return undefined;
  }
  if (!(await useCode(db, id, now))) return undefined;
  const account = (await findAccount(db, "phone", blind)) ?? (await welcomeNewcomer(ground, tx, "phone", challenge.address));
  if (!account) return undefined;
  await verifyIdentifier(db, "phone", blind, now);
  return openSession(ground, tx, account, "phone");
}

/** Signs in with the code, once, within its time and tries. Every try is committed, the wrong ones too. Throws `codeInvalid`. */
export async function checkPhoneCode(ground: Ground, phone: string, code: unknown, handle: unknown): Promise<Entry> {
  const identifier = tidyPhone(phone);
  if (!identifier || !isToken(handle) || typeof code !== "string" || !/^\d{6}$/.test(code)) throw failures.codeInvalid({}, "body.code");
  const entry = await ground.lane.run((tx) => tryCode(ground, tx, hashToken(handle), blindOf(ground, identifier), code));
  if (!entry) throw failures.codeInvalid({}, "body.code");
  return entry;
}
