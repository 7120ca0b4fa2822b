import { Classified, type Signature } from "@lianxin/plugin-kit";
import type { Sealer, ToSeal } from "../open-database/sealing.js";
import type { Ports } from "../ports.js";
import { blindIndexer } from "./blind-index.js";
import type { KeyStore } from "./key-store.js";
import { ivBytes } from "./lock-bytes.js";
import type { MasterKey } from "./master-key.js";
import { placeOf, type PersonKey } from "./person-key.js";
import { textSigner } from "./text-signer.js";
import { PersonKeys, type PendingKeys } from "./person-keys.js";

export interface KeyRingOptions {
  /** How many unwrapped keys are kept in memory. */
  readonly limit?: number;
  /** Milliseconds after which a key is read anew, so that a person erased by another process is gone here too. */
  readonly keepFor?: number;
}

/** Seals and opens values, one key per person, unwrapped once and kept for a while. Shared by all requests of a process. */
export class KeyRing implements Sealer<PendingKeys> {
  /** The keyed hash under which an exact, normalised value is found. */
  readonly blindIndex: (value: string) => string;
  /** Signs a plugin's text, for whoever checks it elsewhere. */
  readonly sign: (pluginId: string, text: string) => Signature;
  readonly #keys: PersonKeys;
  readonly #ports: Pick<Ports, "clock" | "random" | "stopwatch">;

  constructor(master: MasterKey, ports: Pick<Ports, "clock" | "random" | "stopwatch">, { limit = 200_000, keepFor = 10_000 }: KeyRingOptions = {}) {
    this.blindIndex = blindIndexer(master);
    this.sign = textSigner(master);
    this.#keys = new PersonKeys(master, ports, limit, keepFor);
    this.#ports = ports;
  }

  newPending(): PendingKeys {
    return new Map();
  }

  get master(): MasterKey {
    return this.#keys.master;
  }

  /** After a rotation. Person keys in memory stay good: they are the same under another wrapping. */
  useMaster(master: MasterKey): void {
    this.#keys.master = master;
  }

  /** Sealed texts in the order of the items; makes the keys that are missing. Throws kit.personErased, SEALED_PLACE. O(items). */
  async sealMany(items: readonly ToSeal[], store: KeyStore, pending: PendingKeys): Promise<readonly string[]> {
    const keys = await this.#keys.forSealing(new Set(items.map(({ subject }) => subject)), store, pending);
    const ivs = this.#ports.random.bytes(ivBytes * items.length);
    const masterId = this.#keys.master.newestId;
    return items.map((item, i) => keys.get(item.subject)!.seal(item, item.plain, masterId, ivs.subarray(i * ivBytes, (i + 1) * ivBytes)));
  }

  /** Plain texts in the order of the values; undefined where the person was erased. Throws KEY_MISSING, SEALED_DAMAGED. O(values). */
  async openMany(values: readonly Classified<unknown>[], store: KeyStore): Promise<readonly (string | undefined)[]> {
    const keys = await this.#keys.forOpening(subjectsOf(values), store);
    const opened = values.map((value) => tryToOpen(value, keys));
    const stale = subjectsOf(values.filter((_, i) => opened[i] instanceof Error));
    if (stale.size === 0) return opened as (string | undefined)[];
    // A key in memory may come from a transaction that was rolled back; the store knows the one that holds.
    for (const subject of stale) this.#keys.forget(subject);
    const renewed = await this.#keys.forOpening(stale, store);
    return values.map((value, i) => openOrThrow(opened[i] instanceof Error ? tryToOpen(value, renewed) : opened[i]));
  }

  /** After the commit: from now on these keys are used without asking the store. */
  promote(pending: PendingKeys): void {
    this.#keys.promote(pending);
  }

  /** After the commit that destroyed the key: until then a reader may fetch it again. */
  forget(subject: string): void {
    this.#keys.forget(subject);
  }
}

const subjectsOf = (values: readonly Classified<unknown>[]): ReadonlySet<string> => new Set(values.map(({ subject }) => subject));

function tryToOpen(value: Classified<unknown>, keys: ReadonlyMap<string, PersonKey>): string | undefined | Error {
  const sealed = Classified.sealedText(value);
  try {
    return keys.get(value.subject)?.open(sealed);
  } catch (error) {
    return new Error(`${(error as Error).message} It says it belongs in ${placeOf(sealed)}.`);
  }
}

function openOrThrow(opened: string | undefined | Error): string | undefined {
  if (opened instanceof Error) throw opened;
  return opened;
}
