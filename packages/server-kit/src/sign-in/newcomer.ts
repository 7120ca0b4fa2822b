import type { LaneHandle } from "../write-lane/lane.js";
import { addAccount, blindOf } from "./account.repository.js";
import { authOf } from "./auth-tables.js";
import type { Ground } from "./ground.js";
import type { Identifier, IdentifierKind } from "./identifier.js";

/** People the community has registered who have no account yet: the first proof of their address makes one. */
export interface Newcomers {
  /** Is there exactly one registered person with this address? */
  expects(tx: LaneHandle, identifier: Identifier): Promise<boolean>;
  /** Links the account that proved the address to that person. */
  recognise(tx: LaneHandle, accountId: string, identifier: Identifier): Promise<unknown>;
  /** Seals an address for as long as its challenge is open. */
  seal(address: string): string;
  open(sealed: string): string;
}

/**
 * The sealed address to keep with the challenge of an expected newcomer; null for everybody else, those with a disabled account included.
 * The same statements and the same sealing for all, so that the time of the answer tells nothing.
 */
export async function expectNewcomer(ground: Ground, tx: LaneHandle, identifier: Identifier): Promise<string | null> {
  const { newcomers } = ground;
  if (!newcomers) return null;
  const known = await authOf(tx)
    .selectFrom("auth_identifier")
    .select("id")
    .where("kind", "=", identifier.kind)
    .where("blind", "=", blindOf(ground, identifier))
    .executeTakeFirst();
  const [isExpected, sealed] = [await newcomers.expects(tx, identifier), newcomers.seal(identifier.value)];
  return !known && isExpected ? sealed : null;
}

/** Makes the account of a newcomer who has just proved the address of their challenge, when they are still expected. */
export async function welcomeNewcomer(ground: Ground, tx: LaneHandle, kind: IdentifierKind, sealed: string | null): Promise<string | undefined> {
  const { newcomers } = ground;
  if (!newcomers || sealed === null) return undefined;
  const identifier: Identifier = { kind, value: newcomers.open(sealed) };
  if (!(await newcomers.expects(tx, identifier))) return undefined;
  const accountId = await addAccount(ground, tx, [identifier], undefined);
  await newcomers.recognise(tx, accountId, identifier);
  return accountId;
}
