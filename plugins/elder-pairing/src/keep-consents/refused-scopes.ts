import type { ElderPairingDb } from "../plugin.js";

/** What an elder agrees to: to be visited, to notes on health, to be on a list that is posted. */
export const scopes = ["visits", "health", "posting"] as const;
export type Scope = (typeof scopes)[number];

/** What elders took back and did not give again, with the day they took it back. Who was never asked refused nothing. O(consents of theirs). */
export async function refusedScopes(db: ElderPairingDb, elderIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<Scope, string>>> {
  const rows = await db
    .selectFrom("elder_pairing_consent")
    .select(["elderId", "scope", "withdrawnOn"])
    .where("elderId", "in", ["", ...elderIds])
    .orderBy("withdrawnOn")
    .execute();
  const found = new Map<string, Map<Scope, string>>();
  const standing = new Set(rows.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ elderId, scope }) => `${elderId} ${scope}`));
  for (const { elderId, scope, withdrawnOn } of rows) {
    if (withdrawnOn === null || standing.has(`${elderId} ${scope}`)) continue;
    const own = found.get(elderId) ?? new Map<Scope, string>();
    found.set(elderId, own.set(scope as Scope, withdrawnOn));
  }
  return found;
}

export const hasRefused = async (db: ElderPairingDb, elderId: string, scope: Scope): Promise<boolean> =>
  (await refusedScopes(db, [elderId])).get(elderId)?.has(scope) ?? false;
