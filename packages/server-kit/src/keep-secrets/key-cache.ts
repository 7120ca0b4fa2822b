import type { PersonKey } from "./person-key.js";

interface Kept {
  readonly personKey: PersonKey;
  readonly readAt: number;
  /** A commit stands behind it. A key merely read may come from a transaction that is rolled back later. */
  readonly isCommitted: boolean;
}

/** Unwrapped keys, at most `limit` of them, least recently used first out, each believed for `keepFor` milliseconds. O(1). */
export class KeyCache {
  readonly #kept = new Map<string, Kept>();

  constructor(
    private readonly limit: number,
    private readonly keepFor: number,
  ) {}

  get size(): number {
    return this.#kept.size;
  }

  find(subject: string, now: number): Kept | undefined {
    const kept = this.#kept.get(subject);
    if (!kept || now - kept.readAt >= this.keepFor) return undefined;
    this.#kept.delete(subject);
    this.#kept.set(subject, kept);
    return kept;
  }

  /** The key of this very wrapped text, however old, so that a key read anew is not unwrapped anew. */
  findSame(subject: string, wrapped: string): PersonKey | undefined {
    const kept = this.#kept.get(subject);
    return kept?.personKey.wrapped === wrapped ? kept.personKey : undefined;
  }

  add(subject: string, personKey: PersonKey, now: number, isCommitted: boolean): void {
    const before = this.#kept.get(subject);
    const staysCommitted = before?.isCommitted === true && before.personKey.wrapped === personKey.wrapped;
    this.#kept.delete(subject);
    this.#kept.set(subject, { personKey, readAt: now, isCommitted: isCommitted || staysCommitted });
    if (this.#kept.size > this.limit) this.#kept.delete(this.#kept.keys().next().value!);
  }

  drop(subject: string): void {
    this.#kept.delete(subject);
  }
}
