import { clockFrom, idMaker } from "../run-with-ports.js";
import { seededRandom } from "../keep-secrets/test-keys.js";
import { fenced } from "../guard-tables/plugin-handle.js";
import { openTestDatabase } from "../open-database/test-database.js";
import { createHmac } from "node:crypto";
import type { WriteLane } from "../write-lane/lane.js";
import type { AuditDraft } from "../write-lane/records.js";
import { authFence, authOf, type AuthDatabase } from "./auth-tables.js";
import type { FirstPerson, SignInOptions } from "./ground.js";
import { disableAccount } from "./standing.repository.js";
import { createSignIn } from "./sign-in.js";

export const asker = { ip: "192.0.2.1", language: "zh-CN" } as const;
export const mail = "secretary@example.org";
export const phone = "19900000001";

/** Signing in on a fresh database, with a clock that `wait` moves (seconds) and messages that stay here. Passwords cost little. */
export async function aSignIn({
  watchLane = (lane) => lane,
  ...options
}: Partial<SignInOptions> & { readonly watchLane?: (lane: WriteLane) => WriteLane } = {}) {
  const audited: AuditDraft[] = [];
  const database = await openTestDatabase({
    async writeRecords(_, records) {
      audited.push(...records.flatMap((r) => r.audit));
      return { committed: () => undefined };
    },
  });
  let now = Date.UTC(2026, 8, 9, 7);
  const clock = clockFrom(() => now, "Asia/Shanghai");
  const random = seededRandom(11);
  const ports = { clock, random, stopwatch: { elapsed: () => now }, newId: idMaker(clock, random) };
  const sent: { readonly to: string; readonly secret: string }[] = [];
  const problems: unknown[] = [];
  const welcomed: FirstPerson[] = [];
  const db = fenced<AuthDatabase>(database.database.root, authFence);
  const signIn = createSignIn({
    db,
    lane: watchLane(database.lane),
    ports,
    blind: (value) => createHmac("sha256", "blind").update(value).digest("base64url"),
    sendLink: async ({ mail, link }) => void sent.push({ to: mail, secret: new URL(link).searchParams.get("token") ?? "" }),
    sendCode: async ({ phone, code }) => void sent.push({ to: phone, secret: code }),
    failed: (error) => void problems.push(error),
    secret: "a secret of the tests, long enough to be one",
    baseUrl: "http://localhost:8787",
    welcome: async (_, first) => void welcomed.push(first),
    ...options,
    config: { passwordCost: 1_024, ...options.config },
  });
  return {
    signIn,
    db,
    database,
    ports,
    sent,
    problems,
    audited,
    welcomed,
    wait: (seconds: number) => void (now += seconds * 1000),
    lastSecret: async () => {
      await signIn.settled();
      return sent.at(-1)?.secret ?? "";
    },
    disable: (accountId: string) => database.lane.run((tx) => disableAccount(authOf(tx), accountId, clock.now())),
    cookie: (token: string) => `lianxin=${token}`,
  };
}

export const codeOf = (error: unknown): string => (error as { code?: string }).code ?? String(error);
export const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => "taken", codeOf);
