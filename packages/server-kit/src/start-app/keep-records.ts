import { insertOutbox } from "../deliver-outbox/outbox.repository.js";
import { logAccess } from "../keep-audit/access-log.repository.js";
import type { AuditChains } from "../keep-audit/audit-chains.js";
import { appendAudit } from "../keep-audit/audit.repository.js";
import type { Ports } from "../ports.js";
import type { WriteRecords } from "../write-lane/write-records.js";

/** Writes what a batch of requests recorded, one statement a kind, in the batch's own transaction. */
export const keepRecords =
  (chains: AuditChains, ports: Ports): WriteRecords =>
  async (db, records) => {
    const [outbox, access] = [records.flatMap((r) => r.outbox), records.flatMap((r) => r.access)];
    const planned = await appendAudit(db, records.flatMap((r) => r.audit), chains);
    const answers = records.flatMap((r) => r.answers);
    if (answers.length > 0) await db.insertInto("kit_idempotency").values(answers).execute();
    if (outbox.length > 0) await insertOutbox(db, outbox);
    if (access.length > 0) await logAccess(db, access, ports);
    return { committed: () => planned.committed() };
  };
