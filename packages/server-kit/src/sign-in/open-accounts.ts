import { getCurrentDBAdapterAsyncLocalStorage, runWithAdapter } from "@better-auth/core/context";
import type { BetterAuthOptions } from "better-auth/minimal";
import { betterAuth } from "better-auth/minimal";
import { getAdapter } from "better-auth/db/adapter";
import type { LaneHandle } from "../write-lane/lane.js";
import { authOf, type AuthDb } from "./auth-tables.js";
import type { LibrarySetting } from "./library.js";

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

/** better-auth itself: heavy, so loaded by `library.ts` and imported by nothing else. */
export async function openAccounts(setting: LibrarySetting) {
  const options = optionsOf(setting);
  const reading = await adapterOn(setting.db, options);
  const { internalAdapter } = await betterAuth({ ...options, database: () => reading }).$context;
  const store = await getCurrentDBAdapterAsyncLocalStorage();
  let running = 0;
  return {
    async within<T>(tx: LaneHandle, work: (accounts: typeof internalAdapter) => Promise<T>): Promise<T> {
      running++;
      try {
        return await runWithAdapter(await adapterOn(authOf(tx), options), () => work(internalAdapter));
      } finally {
        // Up to Node 22 a store that was once used slows down every promise of the process: a tenth of a small request.
        if (--running === 0) store?.disable();
      }
    },
  };
}
