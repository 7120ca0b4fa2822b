import type { Scope } from "../keep-consents/refused-scopes.js";
import type { ElderPairingContext } from "../plugin.js";

/** What a line says of one consent: given, or taken back. */
export type SaidConsent = readonly [scope: Scope, isGiven: boolean];
/** A consent as a row had it before a sheet. */
export interface KeptConsent {
  readonly id: string;
  readonly scope: string;
  readonly withdrawnOn: string | null;
}

export const consentRows = ({ db }: Pick<ElderPairingContext, "db">, elderIds: readonly string[]) =>
  db
    .selectFrom("elder_pairing_consent")
    .select(["id", "elderId", "scope", "withdrawnOn"])
    .where("elderId", "in", ["", ...elderIds])
    .orderBy("id")
    .execute();

/** Takes back what a sheet said of an elder's consents: what it gave goes, what it took back stands again. Who took one back or gave one by hand since is heeded. */
export async function undoConsents(
  ctx: Pick<ElderPairingContext, "db">,
  elderId: string,
  before: readonly KeptConsent[],
  said: readonly SaidConsent[],
): Promise<void> {
  const { db } = ctx;
  const rows = await consentRows(ctx, [elderId]);
  const known = new Map(before.map((one) => [one.id, one]));
  for (const [scope, isGiven] of said) {
    const now = rows.filter((one) => one.scope === scope);
    const news = now.filter(({ id }) => !known.has(id));
    const [first] = news;
    if (isGiven && news.length === 1 && first!.withdrawnOn === null) await db.deleteFrom("elder_pairing_consent").where("id", "=", first!.id).execute();
    if (isGiven || news.length > 0) continue;
    const ended = now.filter(({ id, withdrawnOn }) => withdrawnOn !== null && known.get(id)?.withdrawnOn === null).map(({ id }) => id);
    if (ended.length > 0) await db.updateTable("elder_pairing_consent").set({ withdrawnOn: null }).where("id", "in", ended).execute();
  }
}
