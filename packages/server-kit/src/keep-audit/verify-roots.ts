import type { KitDb } from "../kit-tables.js";
import type { Findings } from "./audit-problem.js";
import { hashRoot, type AuditRoot, type ChainHead } from "./hash-row.js";
import { signatureCheck } from "./sign-root.js";

const rootsPerPage = 500;
const sequencesPerStatement = 500;

export interface RootMark {
  readonly sequence: number;
  readonly root: string;
}

export interface CheckedRoots {
  readonly roots: number;
  readonly last: (RootMark & { readonly at: string }) | undefined;
  /** By writer, the sequence up to which a root covers its chain. */
  readonly sealed: ReadonlyMap<string, number>;
}

const findRootsAfter = (db: KitDb, sequence: number): Promise<AuditRoot[]> =>
  db.selectFrom("kit_audit_root").selectAll().where("sequence", ">", sequence).orderBy("sequence").limit(rootsPerPage).execute();

const nameOf = (sequence: number): string => `root/${sequence}`;

/** Checks each root against the one before, its signature, and the audit rows it names. O(roots + heads) time, O(chains) memory. */
export async function verifyRoots(db: KitDb, publicKey: string, findings: Findings, anchor?: RootMark): Promise<CheckedRoots> {
  const isSigned = signatureCheck(publicKey);
  const sealed = new Map<string, number>();
  let [roots, isAnchorFound] = [0, false];
  let last: AuditRoot | undefined;
  for (let isMore = true; isMore;) {
    const page = await findRootsAfter(db, last?.sequence ?? 0);
    const heads: ChainHead[] = [];
    for (const root of page) {
      checkRoot(last, root, isSigned, findings);
      isAnchorFound ||= root.sequence === anchor?.sequence && root.root === anchor.root;
      for (const head of headsOf(root, findings)) heads.push(head);
      last = root;
    }
    await checkHeads(db, heads, findings);
    for (const { writer, sequence } of heads) sealed.set(writer, sequence);
    roots += page.length;
    isMore = page.length === rootsPerPage;
  }
  if (anchor && !isAnchorFound) findings.add("anchorMissing", nameOf(anchor.sequence));
  return { roots, sealed, last: last && { sequence: last.sequence, root: last.root, at: last.at } };
}

function checkRoot(before: AuditRoot | undefined, root: AuditRoot, isSigned: (root: string, signature: string) => boolean, findings: Findings): void {
  const isNext = root.sequence === (before?.sequence ?? 0) + 1;
  if (!isNext) findings.add("rootMissing", nameOf((before?.sequence ?? 0) + 1));
  if ((isNext && root.previousRoot !== (before?.root ?? "")) || hashRoot(root) !== root.root) findings.add("rootChanged", nameOf(root.sequence));
  if (!isSigned(root.root, root.signature)) findings.add("rootForged", nameOf(root.sequence));
}

function headsOf(root: AuditRoot, findings: Findings): readonly ChainHead[] {
  try {
    return JSON.parse(root.chains) as ChainHead[];
  } catch {
    findings.add("rootChanged", nameOf(root.sequence));
    return [];
  }
}

async function checkHeads(db: KitDb, heads: readonly ChainHead[], findings: Findings): Promise<void> {
  const byWriter = new Map<string, ChainHead[]>();
  for (const head of heads) byWriter.set(head.writer, [...(byWriter.get(head.writer) ?? []), head]);
  for (const [writer, sealed] of byWriter)
    for (let i = 0; i < sealed.length; i += sequencesPerStatement) {
      const some = sealed.slice(i, i + sequencesPerStatement);
      const query = db.selectFrom("kit_audit").select(["id", "sequence", "hash"]).where("writer", "=", writer);
      const rows = await query
        .where(
          "sequence",
          "in",
          some.map(({ sequence }) => sequence),
        )
        .execute();
      const bySequence = new Map(rows.map((row) => [row.sequence, row]));
      for (const { sequence, hash } of some) {
        const row = bySequence.get(sequence);
        if (!row) findings.add("sealedRowMissing", `${writer}/${sequence}`);
        else if (row.hash !== hash) findings.add("sealedRowChanged", row.id);
      }
    }
}
