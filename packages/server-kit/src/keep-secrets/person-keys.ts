import { failures } from "../failures.js";
import type { Ports } from "../ports.js";
import { KeyCache } from "./key-cache.js";
import type { KeyStore, StoredKey } from "./key-store.js";
import type { MasterKey } from "./master-key.js";
import { PersonKey } from "./person-key.js";

/** Keys met in a transaction that is not committed yet: promoted with the commit, dropped with the rollback. */
export type PendingKeys = Map<string, PersonKey>;
type Keys = ReadonlyMap<string, PersonKey>;
type KeyPorts = Pick<Ports, "clock" | "random" | "stopwatch">;

/** Finds and makes person keys, and remembers the unwrapped ones. */
export class PersonKeys {
  readonly #cache: KeyCache;

  constructor(
    public master: MasterKey,
    private readonly ports: KeyPorts,
    limit: number,
    keepFor: number,
  ) {
    this.#cache = new KeyCache(limit, keepFor);
  }

  /** Erased persons are left out. Throws KEY_MISSING for one who never had a key. */
  async forOpening(subjects: ReadonlySet<string>, store: KeyStore): Promise<Keys> {
    const keys = new Map<string, PersonKey>();
    const now = this.ports.stopwatch.elapsed();
    for (const subject of subjects) {
      const kept = this.#cache.find(subject, now);
      if (kept) keys.set(subject, kept.personKey);
    }
    const missing = [...subjects].filter((subject) => !keys.has(subject));
    const stored = await this.#read(missing, store);
    for (const subject of missing) {
      const personKey = this.#unwrap(stored.get(subject) ?? keyMissing(subject));
      if (personKey) this.#cache.add(subject, personKey, now, false);
      else this.#cache.drop(subject);
      if (personKey) keys.set(subject, personKey);
    }
    return keys;
  }

  /** Seals only under keys that a commit or this very transaction stands behind; makes the missing ones. Throws kit.personErased. */
  async forSealing(subjects: ReadonlySet<string>, store: KeyStore, pending: PendingKeys): Promise<Keys> {
    const now = this.ports.stopwatch.elapsed();
    const keys = new Map<string, PersonKey>();
    for (const subject of subjects) {
      const kept = this.#cache.find(subject, now);
      const known = pending.get(subject) ?? (kept?.isCommitted ? kept.personKey : undefined);
      if (known) keys.set(subject, known);
    }
    // One order for all writers, so that two transactions that make the same keys do not wait for each other.
    const missing = [...subjects].filter((subject) => !keys.has(subject)).sort();
    for (const [subject, personKey] of await this.#readOrMake(missing, store)) {
      keys.set(subject, personKey);
      pending.set(subject, personKey);
    }
    return keys;
  }

  promote(pending: PendingKeys): void {
    const now = this.ports.stopwatch.elapsed();
    for (const [subject, personKey] of pending) this.#cache.add(subject, personKey, now, true);
  }

  forget(subject: string): void {
    this.#cache.drop(subject);
  }

  async #readOrMake(subjects: readonly string[], store: KeyStore): Promise<Keys> {
    const known = await this.#read(subjects, store);
    const missing = subjects.filter((subject) => !known.has(subject));
    const made = this.#make(missing);
    const createdAt = this.ports.clock.now();
    const added = missing.length > 0 ? await store.add([...made].map(([subject, { wrapped }]) => ({ subject, wrapped, state: "active", createdAt }))) : 0;
    // Where somebody else was first, only the stored key will open again.
    const stored = new Map([...known, ...(added < missing.length ? await this.#read(missing, store) : [])]);
    const keyOf = (subject: string): PersonKey => {
      const key = stored.get(subject);
      const own = made.get(subject);
      if (own && (added === missing.length || key?.wrapped === own.wrapped)) return own;
      return this.#getActive(key ?? keyMissing(subject));
    };
    return new Map(subjects.map((subject) => [subject, keyOf(subject)]));
  }

  #make(subjects: readonly string[]): Keys {
    const { random } = this.ports;
    const make = (subject: string): PersonKey => {
      const bytes = random.bytes(32);
      return new PersonKey(bytes, this.master.wrap(subject, bytes, random));
    };
    return new Map(subjects.map((subject) => [subject, make(subject)]));
  }

  #getActive(key: StoredKey): PersonKey {
    const personKey = this.#unwrap(key);
    if (!personKey) throw failures.personErased();
    return personKey;
  }

  #unwrap({ subject, wrapped, state }: StoredKey): PersonKey | undefined {
    if (state === "destroyed" || wrapped === null) return undefined;
    return this.#cache.findSame(subject, wrapped) ?? this.master.unwrap(subject, wrapped);
  }

  async #read(subjects: readonly string[], store: KeyStore): Promise<ReadonlyMap<string, StoredKey>> {
    return subjects.length === 0 ? new Map() : new Map((await store.find(subjects)).map((key) => [key.subject, key]));
  }
}

function keyMissing(subject: string): never {
  throw new Error(`KEY_MISSING: a sealed value names a person without a key (${subject}). Maybe the database was restored in part.`);
}
