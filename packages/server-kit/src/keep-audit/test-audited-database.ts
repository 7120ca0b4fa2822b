import { aMasterKey } from "../keep-secrets/test-keys.js";
import type { KitDb } from "../kit-tables.js";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { appendAudit } from "./audit.repository.js";
import { AuditChains } from "./audit-chains.js";
import type { AuditRoot, AuditRow } from "./hash-row.js";
import { sealRoot } from "./seal-root.js";
import { rootSigner } from "./sign-root.js";
import { aDraft, auditPorts } from "./test-audit.js";
import { verifyAudit, type AuditVerdict } from "./verify-audit.js";
import type { RootMark } from "./verify-roots.js";

/** A database whose lane writes audit rows as a server does, with a sealer and a verifier at hand. */
export interface AuditedDatabase extends TestDatabase {
  /** Rows "part-0", "part-1" … in one commit. */
  write(count: number, part?: string): Promise<void>;
  seal(): Promise<AuditRoot | undefined>;
  /** Changes what nobody should change. */
  tamper(work: (db: KitDb) => Promise<unknown>): Promise<unknown>;
  verify(anchor?: RootMark): Promise<AuditVerdict>;
  rows(): Promise<AuditRow[]>;
  /** Nine rows, three under each root. */
  threeRoots(): Promise<AuditRow[]>;
}

export async function openAuditedDatabase(): Promise<AuditedDatabase> {
  const [chains, ports, signer] = [new AuditChains(auditPorts()), auditPorts(), rootSigner(aMasterKey())];
  const opened = await openTestDatabase({
    writeRecords: (db, records) =>
      appendAudit(
        db,
        records.flatMap(({ audit }) => audit),
        chains,
      ),
  });
  const { kit, lane } = opened;
  const audited: AuditedDatabase = {
    ...opened,
    write: (count, part = "shift") =>
      lane.run(async ({ records }) => void records.audit.push(...Array.from({ length: count }, (_, i) => aDraft({ target: `${part}-${i}` })))),
    seal: () => lane.run(({ db }) => sealRoot(db, ports, signer)),
    tamper: (work) => lane.run(({ db }) => work(db)),
    verify: (anchor) => verifyAudit(kit, { publicKey: signer.publicKey, ...(anchor && { anchor }) }),
    rows: () => kit.selectFrom("kit_audit").selectAll().orderBy("sequence").execute(),
    async threeRoots() {
      for (const part of ["a", "b", "c"]) {
        await audited.write(3, part);
        await audited.seal();
      }
      return audited.rows();
    },
  };
  return audited;
}
