import { clockFrom } from "../run-with-ports.js";
import type { Ports, Random } from "../ports.js";
import { makeKeyFile } from "./key-file.js";
import { KeyRing, type KeyRingOptions } from "./key-ring.js";
import type { KeyStore, StoredKey } from "./key-store.js";
import { MasterKey } from "./master-key.js";

/** Bytes that look random and are the same for the same seed (mulberry32). For tests: nothing sealed under them is safe. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) & 0xff;
  };
  return { bytes: (count) => Uint8Array.from({ length: count }, next) };
}

export const aMasterKey = (seed = 1): MasterKey => new MasterKey(makeKeyFile(seededRandom(seed)));

/** A ring with a clock that stands still and a stopwatch that `wait` moves. */
export function aKeyRing(options: KeyRingOptions & { readonly master?: MasterKey; readonly seed?: number } = {}): {
  ring: KeyRing;
  ports: Pick<Ports, "clock" | "random" | "stopwatch">;
  wait(milliseconds: number): void;
} {
  let elapsed = 0;
  const ports = {
    clock: clockFrom(() => Date.UTC(2026, 8, 9), "Asia/Shanghai"),
    random: seededRandom(options.seed ?? 7),
    stopwatch: { elapsed: () => elapsed },
  };
  return { ring: new KeyRing(options.master ?? aMasterKey(), ports, options), ports, wait: (milliseconds) => void (elapsed += milliseconds) };
}

/** Person keys in memory; `reads` counts how many subjects were asked for. */
export function aKeyStore(): KeyStore & { readonly rows: Map<string, StoredKey>; reads: number; destroy(subject: string): Promise<void> } {
  const rows = new Map<string, StoredKey>();
  const store = {
    rows,
    reads: 0,
    async find(subjects: readonly string[]) {
      store.reads += subjects.length;
      return subjects.flatMap((subject) => rows.get(subject) ?? []);
    },
    async add(keys: readonly StoredKey[]) {
      const fresh = keys.filter(({ subject }) => !rows.has(subject));
      for (const key of fresh) rows.set(key.subject, key);
      return fresh.length;
    },
    async destroy(subject: string) {
      rows.set(subject, { subject, wrapped: null, state: "destroyed" });
    },
  };
  return store;
}
