import type { KitDb } from "../kit-tables.js";
import { findRowsAfter } from "./audit.repository.js";
import type { Findings } from "./audit-problem.js";
import { chainStart, checkRow, isRedacted } from "./check-row.js";
import type { AuditRow, ChainHead } from "./hash-row.js";

export const redactAction = "kit.redactAudit";
const rowsPerPage = 2000;
const idsPerStatement = 500;

/** Walks every chain from its first row to its last. Gives the number of rows and each chain's head. O(rows) time, O(chains) memory. */
export async function verifyChains(db: KitDb, findings: Findings): Promise<{ readonly rows: number; readonly heads: ReadonlyMap<string, ChainHead> }> {
  const heads = new Map<string, ChainHead>();
  let rows = 0;
  for (let after: ChainHead = chainStart(""), isMore = true; isMore;) {
    const page = await findRowsAfter(db, after, rowsPerPage);
    for (const row of page) {
      const before = heads.get(row.writer) ?? chainStart(row.writer);
      for (const code of checkRow(before, row)) findings.add(code, code === "rowMissing" ? `${row.writer}/${before.sequence + 1}` : row.id);
      heads.set(row.writer, { writer: row.writer, sequence: row.sequence, hash: row.hash });
    }
    await checkRedactions(db, page, findings);
    rows += page.length;
    after = page.at(-1) ?? after;
    isMore = page.length === rowsPerPage;
  }
  return { rows, heads };
}

/** A row may be redacted only where the audit itself says who did it and why. */
async function checkRedactions(db: KitDb, page: readonly AuditRow[], findings: Findings): Promise<void> {
  const redacted = page.filter(isRedacted).map(({ id }) => id);
  for (let i = 0; i < redacted.length; i += idsPerStatement) {
    const some = redacted.slice(i, i + idsPerStatement);
    const said = await db.selectFrom("kit_audit").select("target").where("action", "=", redactAction).where("target", "in", some).execute();
    const known = new Set(said.map(({ target }) => target));
    for (const id of some) if (!known.has(id)) findings.add("detailChanged", id);
  }
}
