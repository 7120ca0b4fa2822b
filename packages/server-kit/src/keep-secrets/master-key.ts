import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { Random } from "../ports.js";
import type { KeyFile } from "./key-file.js";
import { ivBytes, lockBytes, lockedUnder, unlockBytes } from "./lock-bytes.js";
import { PersonKey } from "./person-key.js";

const contextOf = (subject: string): string => `kit_person_key/${subject}`;

/**
 * The keys above all keys. Wraps person keys; derives the keys of the platform's own purposes. Holds several master keys while
 * one replaces another: the newest wraps, all unwrap.
 */
export class MasterKey {
  readonly #masters: ReadonlyMap<number, KeyObject>;
  readonly #derive: Uint8Array;
  readonly newestId: number;

  constructor(file: KeyFile) {
    this.#masters = new Map([...file.masters].map(([id, bytes]) => [id, createSecretKey(bytes)]));
    this.#derive = file.derive;
    this.newestId = Math.max(...file.masters.keys());
  }

  get ids(): readonly number[] {
    return [...this.#masters.keys()];
  }

  /** A person's 32 bytes as they are stored, bound to that person. */
  wrap(subject: string, personKey: Uint8Array, random: Random): string {
    return lockBytes(this.#get(this.newestId), this.newestId, contextOf(subject), personKey, random.bytes(ivBytes));
  }

  /** Throws SEALED_DAMAGED, or KEY_UNKNOWN when a master key is meant that the key file does not hold. */
  unwrap(subject: string, wrapped: string): PersonKey {
    return new PersonKey(this.#bytesOf(subject, wrapped), wrapped);
  }

  /** The same person key under the newest master key, or undefined when it already is. */
  rewrap(subject: string, wrapped: string, random: Random): string | undefined {
    return lockedUnder(wrapped) === this.newestId ? undefined : this.wrap(subject, this.#bytesOf(subject, wrapped), random);
  }

  /** 32 bytes for a purpose (HKDF-SHA-256, RFC 5869). They stay the same when master keys are rotated. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync("sha256", this.#derive, "", `lianxin/1/${purpose}`, 32));
  }

  #bytesOf(subject: string, wrapped: string): Uint8Array {
    return unlockBytes(this.#get(lockedUnder(wrapped)), contextOf(subject), wrapped);
  }

  #get(id: number): KeyObject {
    const key = this.#masters.get(id);
    if (!key)
      throw new Error(
        `KEY_UNKNOWN: master key ${id} is not in the key file. Maybe this process started before the last rotation: restart it; or bring back the key file that has it.`,
      );
    return key;
  }
}
