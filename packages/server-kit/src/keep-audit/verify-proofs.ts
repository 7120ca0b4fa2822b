import type { KitDb } from "../kit-tables.js";
import type { Findings } from "./audit-problem.js";
import { isRedacted } from "./check-row.js";
import { fingerprintOf } from "./fingerprint.js";
import type { AuditRow } from "./hash-row.js";

/** A proof of a plugin, asked with its own context. */
export interface AskedProof {
  /** With the plugin: "meetings.keepCommand". */
  readonly action: string;
  /** What is proved, as a noun: "会议过程". */
  readonly describe: string;
  contents(ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  count(): Promise<number>;
}

const rowsPerPage = 500;

const findProofs = (db: KitDb, action: string, after: string): Promise<AuditRow[]> =>
  db.selectFrom("kit_audit").selectAll().where("action", "=", action).where("id", ">", after).orderBy("id").limit(rowsPerPage).execute();

/** What is wrong with the rows of one page: gone, or not what was kept; where the audit's own detail was redacted only whether they are there is known. */
async function checkPage(page: readonly AuditRow[], proof: AskedProof, findings: Findings): Promise<void> {
  if (page.length === 0) return;
  const kept = await proof.contents(page.map(({ target }) => target));
  for (const row of page) {
    const { target, detail } = row;
    const name = `${proof.describe} ${target}`;
    if (!kept.has(target)) findings.add("contentMissing", name);
    else if (!isRedacted(row) && (JSON.parse(detail) as { fingerprint?: string }).fingerprint !== fingerprintOf(kept.get(target)))
      findings.add("contentChanged", name);
  }
}

/** Compares every row that was proved when it was kept with the audit, and counts rows nothing proves. O(rows) time, one id a row in memory. */
export async function verifyProofs(db: KitDb, proofs: readonly AskedProof[], findings: Findings): Promise<number> {
  let checked = 0;
  for (const proof of proofs) {
    const proved = new Set<string>();
    for (let after = "", isMore = true; isMore;) {
      const page = await findProofs(db, proof.action, after);
      await checkPage(page, proof, findings);
      for (const { target } of page) proved.add(target);
      after = page.at(-1)?.id ?? after;
      isMore = page.length === rowsPerPage;
    }
    const unproved = (await proof.count()) - proved.size;
    if (unproved > 0) findings.add("contentUnproved", `${proof.describe} ${unproved}`);
    checked += proved.size;
  }
  return checked;
}
