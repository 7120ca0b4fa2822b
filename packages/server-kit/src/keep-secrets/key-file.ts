import type { Random } from "../ports.js";

/** What the key file holds. 32 bytes each. */
export interface KeyFile {
  /** Source of the platform's derived keys; never replaced, because what is found by a keyed hash hangs on it. */
  readonly derive: Uint8Array;
  /** Master keys by id, 1 to 65535. */
  readonly masters: ReadonlyMap<number, Uint8Array>;
}

const title = "lianxin-keys 1";
const largestId = 0xffff;
const line = /^(?:derive|master (\d{1,5})) ([\w-]{43})$/;

export const makeKeyFile = (random: Random): KeyFile => ({ derive: random.bytes(32), masters: new Map([[1, random.bytes(32)]]) });

/** The same keys and one more, with the next id, that wraps from now on. Throws KEYS_FULL after 65535 rotations. */
export function withNewMaster(file: KeyFile, random: Random): KeyFile {
  const id = Math.max(...file.masters.keys()) + 1;
  if (id > largestId) throw new Error(`KEYS_FULL: there is no id left above ${largestId}. Maybe move the data to a new installation.`);
  return { ...file, masters: new Map([...file.masters, [id, random.bytes(32)]]) };
}

/** Throws KEY_IN_USE for the newest key, which wraps every new one. */
export function withoutMaster(file: KeyFile, id: number): KeyFile {
  if (id === Math.max(...file.masters.keys())) throw new Error(`KEY_IN_USE: master key ${id} is the one that wraps new keys. Maybe rotate first.`);
  return { ...file, masters: new Map([...file.masters].filter(([known]) => known !== id)) };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

export const writeKeyFile = ({ derive, masters }: KeyFile): string =>
  [title, `derive ${textOf(derive)}`, ...[...masters].map(([id, bytes]) => `master ${id} ${textOf(bytes)}`), ""].join("\n");

/** Throws KEYS_DAMAGED with the line number, never with what stands there. */
export function readKeyFile(text: string): KeyFile {
  const [first, ...rest] = text.trimEnd().split("\n");
  if (first !== title) throw damaged(1, `it begins with "${title}"`);
  const masters = new Map<number, Uint8Array>();
  let derive: Uint8Array | undefined;
  for (const [index, entry] of rest.entries()) {
    const found = line.exec(entry);
    const id = Number(found?.[1] ?? 0);
    const isKnownTwice = id === 0 ? derive !== undefined : masters.has(id);
    if (!found || isKnownTwice || id > largestId || (found[1] !== undefined && id === 0))
      throw damaged(index + 2, "each line is one key, each key stands there once");
    const bytes = Buffer.from(found[2]!, "base64url");
    if (id === 0) derive = bytes;
    else masters.set(id, bytes);
  }
  if (!derive || masters.size === 0) throw damaged(rest.length + 1, "a key is missing");
  return { derive, masters };
}

const damaged = (at: number, rule: string): Error =>
  new Error(`KEYS_DAMAGED: the key file cannot be read, line ${at}: ${rule}. Maybe bring back the copy that was put aside.`);
