import type { KitDb } from "../kit-tables.js";
import type { AuditDraft, Records } from "../write-lane/records.js";
import { redactedDetail } from "./check-row.js";
import { redactAction } from "./verify-chains.js";

export interface Redaction {
  readonly ids: readonly string[];
  /** Why, in words that name nobody. */
  readonly reason: string;
  readonly by: Pick<AuditDraft, "account" | "person" | "at">;
}

const idsPerStatement = 500;

/**
 * Takes the details out of audit rows for good and writes into the audit that this was done. The rows keep their hashes, so the
 * chains stay whole. Gives the ids that were there.
 */
export async function redactAudit(
  { db, records }: { readonly db: KitDb; readonly records: Records },
  { ids, reason, by }: Redaction,
): Promise<readonly string[]> {
  const redacted: string[] = [];
  for (let i = 0; i < ids.length; i += idsPerStatement) {
    const some = ids.slice(i, i + idsPerStatement);
    const found = await db.selectFrom("kit_audit").select("id").where("id", "in", some).orderBy("id").execute();
    await db.updateTable("kit_audit").set({ detail: redactedDetail, detailSalt: "" }).where("id", "in", some).execute();
    redacted.push(...found.map(({ id }) => id));
  }
  for (const target of redacted) records.audit.push({ ...by, action: redactAction, target, detail: { reason } });
  return redacted;
}

/** Takes the details, and so the fingerprints, out of what the audit said of an action on one thing so far. O(its rows). */
export async function redactProofs(
  ground: { readonly db: KitDb; readonly records: Records },
  { action, target, by }: { readonly action: string; readonly target: string; readonly by: Redaction["by"] },
): Promise<void> {
  const rows = await ground.db.selectFrom("kit_audit").select("id").where("action", "=", action).where("target", "=", target).execute();
  await redactAudit(ground, { ids: rows.map(({ id }) => id), reason: "words taken out", by });
}
