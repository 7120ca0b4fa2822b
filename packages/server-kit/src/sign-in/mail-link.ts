import { failures } from "../failures.js";
import { blindOf, findAccount, verifyIdentifier } from "./account.repository.js";
import { authOf } from "./auth-tables.js";
import { addChallenge, useLink } from "./challenge.repository.js";
import { claimMessage } from "./claim-message.js";
import { after, type Asker, type Ground } from "./ground.js";
import { tidyMail } from "./identifier.js";
import { expectNewcomer, welcomeNewcomer } from "./newcomer.js";
import { hashToken, isToken, newToken } from "./secrets.js";
import { openSession, type Entry } from "./session.repository.js";

/** Sends a link to a known address and does the same work, sending nothing, for an unknown one. Throws `invalidInput`, `tooMany`. */
export async function requestMailLink(ground: Ground, mail: string, asker: Asker): Promise<void> {
  const { lane, ports, config, baseUrl } = ground;
  const identifier = tidyMail(mail);
  if (!identifier) throw failures.invalidInput({ count: 1 }, "body.mail");
  const blind = blindOf(ground, identifier);
  const token = newToken(ports.random);
  const now = ports.clock.now();
  const account = await lane.run(async (tx) => {
    const db = authOf(tx);
    await claimMessage(ground, db, blind, asker.ip, now);
    const address = await expectNewcomer(ground, tx, identifier);
    await addChallenge(db, {
      id: hashToken(token),
      kind: "mail",
      blind,
      codeHash: null,
      address,
      attempts: 0,
      expiresAt: after(now, config.linkSeconds),
      usedAt: null,
    });
    return (await findAccount(db, "mail", blind)) ?? address;
  });
  const link = `${baseUrl}/sign-in/link?token=${token}`;
  ground.deliver(async () => (account ? ground.sendLink({ mail: identifier.value, link, language: asker.language }) : undefined));
}

/** Signs in with the token of a link, once, to the account that holds the address the link went to. Throws `linkInvalid`. */
export async function openMailLink(ground: Ground, token: unknown): Promise<Entry> {
  if (!isToken(token)) throw failures.linkInvalid();
  const now = ground.ports.clock.now();
  const entry = await ground.lane.run(async (tx) => {
    const db = authOf(tx);
    const used = await useLink(db, hashToken(token), now);
    const account = used && ((await findAccount(db, "mail", used.blind)) ?? (await welcomeNewcomer(ground, tx, "mail", used.address)));
    if (!account) return undefined;
    await verifyIdentifier(db, "mail", used.blind, now);
    return openSession(ground, tx, account, "mail");
  });
  if (!entry) throw failures.linkInvalid();
  return entry;
}
