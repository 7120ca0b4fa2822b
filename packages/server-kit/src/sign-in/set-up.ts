import { failures } from "../failures.js";
import type { LaneHandle } from "../write-lane/lane.js";
import { addAccount, hasAccount } from "./account.repository.js";
import { authOf } from "./auth-tables.js";
import type { Ground } from "./ground.js";
import { tidyMail, tidyPhone, type Identifier } from "./identifier.js";
import { hashNewPassword } from "./password.js";
import { hashToken, isSame, isToken, newToken } from "./secrets.js";
import { openSession, type Entry } from "./session.repository.js";

const setting = "sign-in.set-up";

/** Ways in as they were typed. */
export interface WaysIn {
  readonly mail?: string | undefined;
  readonly phone?: string | undefined;
  readonly password?: string | undefined;
}
export interface SetUp extends WaysIn {
  readonly name: string;
  readonly community: string;
}

/** The tidy mail and phone. Throws `invalidInput` at the field that is none, or at the phone when there is no way in at all. */
export function identifiersOf({ mail, phone }: WaysIn): Identifier[] {
  const found = [mail === undefined ? undefined : (tidyMail(mail) ?? "body.mail"), phone === undefined ? undefined : (tidyPhone(phone) ?? "body.phone")];
  const wrong = found.find((one) => typeof one === "string");
  const identifiers = found.filter((one): one is Identifier => typeof one === "object");
  if (wrong || identifiers.length === 0) throw failures.invalidInput({ count: 1 }, wrong ?? "body.phone");
  return identifiers;
}

/** While nobody has an account: a fresh one-use link; the one before it dies. Undefined once there is an account. */
export async function ensureSetUpLink({ lane, ports, baseUrl }: Ground): Promise<string | undefined> {
  const token = newToken(ports.random);
  const isOpen = await lane.run(async (tx) => {
    if (await hasAccount(authOf(tx))) return false;
    const row = { value: hashToken(token), at: ports.clock.now() };
    await tx.db
      .insertInto("kit_setting")
      .values({ id: setting, ...row })
      .onConflict((c) => c.column("id").doUpdateSet(row))
      .execute();
    return true;
  });
  return isOpen ? `${baseUrl}/set-up?token=${token}` : undefined;
}

/** Checks without using it up: nobody without the token makes the server hash. The link is read before the accounts: one that another has just used is then seen with its account. */
async function checkToken(tx: LaneHandle, token: string): Promise<void> {
  const row = await tx.db.selectFrom("kit_setting").select("value").where("id", "=", setting).executeTakeFirst();
  if (await hasAccount(authOf(tx))) throw failures.setUpDone();
  if (!row || !isSame(row.value, hashToken(token))) throw failures.linkInvalid();
}

async function takeToken(tx: LaneHandle, token: string): Promise<void> {
  await checkToken(tx, token);
  const { numDeletedRows } = await tx.db.deleteFrom("kit_setting").where("id", "=", setting).where("value", "=", hashToken(token)).executeTakeFirst();
  if (numDeletedRows !== 1n) throw failures.setUpDone();
}

/** Makes the first account and its person in one transaction, and signs it in. Throws `linkInvalid`, `setUpDone`, `invalidInput`, `passwordWeak`. */
export async function completeSetUp(ground: Ground, token: unknown, { name, community, ...ways }: SetUp): Promise<Entry> {
  if (!isToken(token)) throw failures.linkInvalid();
  await ground.lane.run((tx) => checkToken(tx, token));
  const identifiers = identifiersOf(ways);
  const hash =
    ways.password === undefined
      ? undefined
      : await hashNewPassword(
          ground,
          ways.password,
          identifiers.map((i) => i.value),
        );
  return ground.lane.run(async (tx) => {
    await takeToken(tx, token);
    const accountId = await addAccount(ground, tx, identifiers, hash);
    const addresses = identifiers.map(({ kind, value }) => ({ kind, address: value }));
    await ground.welcome(tx, { accountId, name, community, addresses });
    return openSession(ground, tx, accountId, "set-up");
  });
}
