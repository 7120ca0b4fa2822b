import { col, table, type Row } from "@lianxin/plugin-kit";
import type { Kysely } from "kysely";
import { columnKinds } from "../guard-tables/column-kinds.js";
import { fence, fenced, type Fence } from "../guard-tables/plugin-handle.js";
import type { LaneHandle } from "../write-lane/lane.js";

/**
 * The tables of signing in. Those of the sign-in library hold plain text, because it reads and writes them itself; so no contact value
 * goes in: `name` is empty, `email` is the alias `<id>@account.invalid`, addresses of requests are left out. A mail address or a phone
 * number is known here by its keyed hash alone (`auth_identifier.blind`); the value itself is kept, sealed, with the person in the directory.
 */
export const authTables = {
  user: table("auth_user", {
    id: col.id(),
    name: col.text(),
    email: col.text(),
    emailVerified: col.bool(),
    image: col.text().nullable(),
    disabledAt: col.instant().nullable(),
    createdAt: col.instant(),
    updatedAt: col.instant(),
  }),
  /** `token` is the hash of what the browser holds; `updatedAt` is when the session was last used, to within some minutes. */
  session: table("auth_session", {
    id: col.id(),
    userId: col.ref("auth_user"),
    token: col.text(),
    ipAddress: col.text().nullable(),
    userAgent: col.text().nullable(),
    expiresAt: col.instant(),
    createdAt: col.instant(),
    updatedAt: col.instant(),
  }),
  /** One row for each account that has a password; the columns of foreign sign-in stay empty. */
  account: table("auth_account", {
    id: col.id(),
    accountId: col.text(),
    providerId: col.text(),
    userId: col.ref("auth_user"),
    accessToken: col.text().nullable(),
    refreshToken: col.text().nullable(),
    idToken: col.text().nullable(),
    accessTokenExpiresAt: col.instant().nullable(),
    refreshTokenExpiresAt: col.instant().nullable(),
    scope: col.text().nullable(),
    password: col.text().nullable(),
    createdAt: col.instant(),
    updatedAt: col.instant(),
  }),
  identifier: table("auth_identifier", {
    id: col.id(),
    accountId: col.ref("auth_user"),
    kind: col.text(),
    blind: col.text(),
    verifiedAt: col.instant().nullable(),
  }),
  /** A link or a code that was asked for, known or not; `id` is the hash of its handle. */
  challenge: table("auth_challenge", {
    id: col.id(),
    kind: col.text(),
    blind: col.text(),
    codeHash: col.text().nullable(),
    /** Of an expected newcomer only, sealed under a platform key, gone with the challenge. */
    address: col.text().nullable(),
    attempts: col.int(),
    expiresAt: col.instant(),
    usedAt: col.instant().nullable(),
  }),
  /** How often something was done since the window opened. */
  limit: table("auth_limit", { id: col.id(), count: col.int(), until: col.instant() }),
} as const;

export const authIndexes: readonly { readonly table: string; readonly columns: readonly string[]; readonly unique?: boolean }[] = [
  { table: "auth_user", columns: ["email"], unique: true },
  { table: "auth_session", columns: ["token"], unique: true },
  { table: "auth_session", columns: ["userId"] },
  { table: "auth_session", columns: ["expiresAt"] },
  { table: "auth_account", columns: ["userId"] },
  { table: "auth_identifier", columns: ["kind", "blind"], unique: true },
  { table: "auth_identifier", columns: ["accountId"] },
  { table: "auth_challenge", columns: ["expiresAt"] },
  { table: "auth_limit", columns: ["until"] },
];

type Tables = typeof authTables;
export type AuthDatabase = { [K in keyof Tables as Tables[K]["name"]]: Row<Tables[K]> };
export type AuthDb = Kysely<AuthDatabase>;

const names = new Set<string>(Object.values(authTables).map((t) => t.name));
export const authFence: Fence = fence({ owner: "sign-in", own: names, views: new Set(), all: names }, columnKinds("sign-in", Object.values(authTables), {}));

/** The same write transaction, for the tables of signing in. */
export const authOf = (tx: LaneHandle): AuthDb => fenced<AuthDatabase>(tx.root, authFence, tx.hold);
