import type { Table } from "@lianxin/plugin-kit";
import type { Ground } from "../answer-requests/assemble.js";
import type { Platform } from "../answer-requests/platform.js";
import { personAggregate } from "../deliver-outbox/outbox-rows.js";
import { fenced } from "../guard-tables/plugin-handle.js";
import { redactAudit } from "../keep-audit/redact-audit.js";
import { destroyKey } from "../keep-secrets/person-key.repository.js";
import type { KitDb } from "../kit-tables.js";
import type { AuditDraft } from "../write-lane/records.js";
import { planErasure } from "./plan-erasure.js";

/**
 * Erases a person, in the transaction of the ground: the key under which everything contact and sensitive about them is sealed, in every
 * plugin, the audit, the outbox and copies, is destroyed; internal values about them are overwritten; letters to them, sent or waiting, are
 * gone; audit rows about them lose their details; afterwards the log is folded. Rows stay, so that what is counted still counts. O(columns about people + audit rows about the person).
 */
export async function erasePerson(platform: Platform, ground: Ground, subject: string, by: Pick<AuditDraft, "account" | "person">): Promise<void> {
  const kit: KitDb = fenced(ground.root, platform.database.kitFence, ground.hold);
  const at = ground.clock.now();
  for (const { plugin } of platform.parts) {
    const db = fenced<any>(ground.root, platform.fences.get(plugin.id)!, ground.hold);
    for (const { table, subject: column, values } of planErasure(Object.values(plugin.tables as Record<string, Table>)))
      await db.updateTable(table).set(values).where(column, "=", subject).execute();
  }
  await destroyKey(kit, subject, at);
  await kit.deleteFrom("kit_outbox").where("aggregate", "=", personAggregate(subject)).execute();
  const rows = await kit.selectFrom("kit_audit").select("id").where("target", "=", subject).execute();
  await redactAudit({ db: kit, records: ground.records }, { ids: rows.map(({ id }) => id), reason: "person erased", by: { ...by, at } });
  ground.afterCommit?.(() => platform.sealer.forget(subject));
  // What is busy now is folded within the hour.
  ground.afterCommit?.(() => void platform.database.foldLog().catch(() => undefined));
}
