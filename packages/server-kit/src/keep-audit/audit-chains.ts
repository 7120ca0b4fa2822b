import type { Ports } from "../ports.js";
import type { AuditDraft } from "../write-lane/records.js";
import { canonicalJson } from "./canonical-json.js";
import { hashDetail, hashRow, type AuditRow, type ChainHead } from "./hash-row.js";

/** Rows ready to be written, and what to call once their commit stands. */
export interface PlannedAudit {
  readonly rows: readonly AuditRow[];
  committed(): void;
}

const saltBytes = 16;
const writerBytes = 9;

/**
 * The hash chains of one process. A plan takes a free chain and gives it back when it is committed: transactions side by side
 * use different chains, one after the other the same. A chain whose commit is lost or in doubt is never continued: whether its
 * last rows exist or not, it stays whole.
 */
export class AuditChains {
  readonly #free: ChainHead[] = [];

  constructor(private readonly ports: Pick<Ports, "random" | "newId">) {}

  /** O(drafts), about 30 µs each. Throws TypeError when a detail is no JSON. */
  plan(drafts: readonly AuditDraft[]): PlannedAudit {
    if (drafts.length === 0) return { rows: [], committed: () => undefined };
    let head = this.#free.pop() ?? this.#newChain();
    const salts = this.ports.random.bytes(saltBytes * drafts.length);
    const rows = drafts.map((draft, i) => {
      const row = this.#rowAfter(head, draft, Buffer.from(salts.subarray(i * saltBytes, (i + 1) * saltBytes)).toString("base64url"));
      head = row;
      return row;
    });
    let isCommitted = false;
    const committed = (): void => {
      if (!isCommitted) this.#free.push({ writer: head.writer, sequence: head.sequence, hash: head.hash });
      isCommitted = true;
    };
    return { rows, committed };
  }

  #newChain(): ChainHead {
    return { writer: Buffer.from(this.ports.random.bytes(writerBytes)).toString("base64url"), sequence: 0, hash: "" };
  }

  #rowAfter(head: ChainHead, { at, account, person, action, target, detail }: AuditDraft, detailSalt: string): AuditRow {
    const text = canonicalJson(detail);
    const row = {
      ...{ id: this.ports.newId(), writer: head.writer, sequence: head.sequence + 1, at, account, person, action, target },
      ...{ detail: text, detailSalt, detailHash: hashDetail(detailSalt, text), previousHash: head.hash },
    };
    return { ...row, hash: hashRow(row) };
  }
}
