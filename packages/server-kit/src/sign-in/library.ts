import { runWithAdapter } from "@better-auth/core/context";
import type { BetterAuthOptions } from "better-auth/minimal";
import { betterAuth } from "better-auth/minimal";
import { getAdapter } from "better-auth/db/adapter";
import type { Ports } from "../ports.js";
import type { LaneHandle } from "../write-lane/lane.js";
import { authOf, type AuthDb } from "./auth-tables.js";
import type { PasswordHasher } from "./hash-password.js";

export interface LibrarySetting {
  readonly db: AuthDb;
  readonly ports: Ports;
  readonly secret: string;
  readonly baseUrl: string;
  readonly hasher: PasswordHasher;
}

const optionsOf = ({ ports, secret, baseUrl, hasher }: LibrarySetting) =>
  ({
    secret,
    baseURL: baseUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: "auth_user", additionalFields: { disabledAt: { type: "string", required: false, input: false } } },
    session: { modelName: "auth_session" },
    account: { modelName: "auth_account" },
    emailAndPassword: { enabled: true, disableSignUp: true, password: { hash: hasher.hash, verify: ({ hash, password }) => hasher.verify(hash, password) } },
    advanced: { database: { generateId: () => ports.newId(), validateSchema: false } },
  }) satisfies BetterAuthOptions;

/** Our columns are text and 0/1 on both databases, which is what the library writes for SQLite. */
const adapterOn = (db: AuthDb, options: BetterAuthOptions) => getAdapter({ ...options, database: { db: db as never, type: "sqlite" } });

/**
 * better-auth as a library of accounts, sessions and passwords. Its HTTP door is not opened; every write it does happens inside a
 * transaction of the write lane, because it takes the adapter of the moment from its own context.
 */
export async function openLibrary(setting: LibrarySetting) {
  const options = optionsOf(setting);
  const reading = await adapterOn(setting.db, options);
  const context = await betterAuth({ ...options, database: () => reading }).$context;
  return {
    hasher: setting.hasher,
    /** The library's accounts, sessions and passwords, in this transaction. */
    async within<T>(tx: LaneHandle, work: (accounts: typeof context.internalAdapter) => Promise<T>): Promise<T> {
      return runWithAdapter(await adapterOn(authOf(tx), options), () => work(context.internalAdapter));
    },
  };
}

export type Library = Awaited<ReturnType<typeof openLibrary>>;
