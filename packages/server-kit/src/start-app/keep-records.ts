import { insertOutbox } from "../deliver-outbox/outbox.repository.js";
import { logAccess } from "../keep-audit/access-log.repository.js";
import type { AuditChains } from "../keep-audit/audit-chains.js";
import { appendAudit } from "../keep-audit/audit.repository.js";
import type { KitDb } from "../kit-tables.js";
import type { Ports } from "../ports.js";
import type { KeptAnswer } from "../write-lane/records.js";
import type { WriteRecords } from "../write-lane/write-records.js";

async function keepAnswers(db: KitDb, answers: readonly KeptAnswer[]): Promise<void> {
  await db
    .insertInto("kit_idempotency")
    .values([...answers])
    .onConflict((oc) =>
      oc.column("id").doUpdateSet((eb) => ({ answer: eb.ref("excluded.answer"), status: eb.ref("excluded.status"), at: eb.ref("excluded.at") })),
    )
    .execute();
}

/** Writes what a batch of requests recorded, one statement a kind, in the batch's own transaction. */
export const keepRecords =
  (chains: AuditChains, ports: Ports): WriteRecords =>
  async (db, records) => {
    const [outbox, access] = [records.flatMap((r) => r.outbox), records.flatMap((r) => r.access)];
    const planned = await appendAudit(
      db,
      records.flatMap((r) => r.audit),
      chains,
    );
    const answers = records.flatMap((r) => r.answers);
    if (answers.length > 0) await keepAnswers(db, answers);
    if (outbox.length > 0) await insertOutbox(db, outbox);
    if (access.length > 0) await logAccess(db, access, ports);
    return { committed: () => planned.committed() };
  };
