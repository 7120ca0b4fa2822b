import { insertRows } from "@lianxin/plugin-kit";
import type { KitDb } from "../kit-tables.js";
import type { AuditDraft } from "../write-lane/records.js";
import type { AuditChains, PlannedAudit } from "./audit-chains.js";
import type { AuditRow } from "./hash-row.js";

/** Writes a batch's audit rows, one statement for some 2,000. Call `committed` on what it gives once the commit stands, and only then. */
export async function appendAudit(db: KitDb, drafts: readonly AuditDraft[], chains: AuditChains): Promise<PlannedAudit> {
  const planned = chains.plan(drafts);
  await insertRows(db, "kit_audit", planned.rows);
  return planned;
}

/** The rows after a place in the audit, chain by chain. O(limit). */
export function findRowsAfter(db: KitDb, after: { readonly writer: string; readonly sequence: number }, limit: number): Promise<AuditRow[]> {
  return db
    .selectFrom("kit_audit")
    .selectAll()
    .where((eb) => eb(eb.refTuple("writer", "sequence"), ">", eb.tuple(after.writer, after.sequence)))
    .orderBy("writer")
    .orderBy("sequence")
    .limit(limit)
    .execute();
}
