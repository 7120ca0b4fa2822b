import type { Ports } from "../ports.js";
import type { AuthDb } from "./auth-tables.js";
import type { PasswordHasher } from "./hash-password.js";
import type { openAccounts } from "./open-accounts.js";

export interface LibrarySetting {
  readonly db: AuthDb;
  readonly ports: Ports;
  readonly secret: string;
  readonly baseUrl: string;
  readonly hasher: PasswordHasher;
}
type Accounts = Awaited<ReturnType<typeof openAccounts>>;

/**
 * better-auth as a library of accounts, sessions and passwords. Its HTTP door is not opened; every write it does happens inside a
 * transaction of the write lane, because it takes the adapter of the moment from its own context. It is loaded when somebody first
 * signs in: sessions are read without it.
 */
export interface Library {
  readonly hasher: PasswordHasher;
  /** Before the lane, where nothing may be waited for. */
  load(): Promise<void>;
  /** The library's accounts, sessions and passwords, in this transaction. */
  readonly within: Accounts["within"];
}

export function openLibrary(setting: LibrarySetting): Library {
  let loading: Promise<Accounts> | undefined;
  const loaded = (): Promise<Accounts> => (loading ??= import("./open-accounts.js").then(({ openAccounts }) => openAccounts(setting)));
  return {
    hasher: setting.hasher,
    load: async () => void (await loaded()),
    within: async (tx, work) => (await loaded()).within(tx, work),
  };
}
