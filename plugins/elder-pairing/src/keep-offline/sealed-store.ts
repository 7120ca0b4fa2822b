/** What is kept on this device about elders is encrypted with a key that never leaves its browser: a lost phone shows nothing in its files. */
interface Sealed {
  readonly id: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}
const name = "lx-elder-pairing";

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("store"));
  });

/** True where the browser can encrypt: over https, or on the machine itself. */
export const canKeep = (): boolean => typeof indexedDB !== "undefined" && typeof crypto !== "undefined" && crypto.subtle !== undefined;

let opened: Promise<IDBDatabase> | undefined;
function open(): Promise<IDBDatabase> {
  opened ??= (() => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("keys");
      request.result.createObjectStore("rows", { keyPath: "id" });
    };
    return done(request);
  })();
  return opened;
}

const store = async (of: "keys" | "rows", mode: IDBTransactionMode): Promise<IDBObjectStore> => (await open()).transaction(of, mode).objectStore(of);

async function key(): Promise<CryptoKey> {
  const known = (await done((await store("keys", "readonly")).get("key"))) as CryptoKey | undefined;
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await done((await store("keys", "readwrite")).put(made, "key"));
  return made;
}

export async function keep(id: string, value: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), new TextEncoder().encode(JSON.stringify(value)));
  await done((await store("rows", "readwrite")).put({ id, iv, bytes } satisfies Sealed));
}

export async function drop(id: string): Promise<void> {
  await done((await store("rows", "readwrite")).delete(id));
}

/** Everything kept whose id begins so, in the order of the ids. What cannot be read any more is left out. */
export async function findKept<T>(prefix: string): Promise<readonly { readonly id: string; readonly value: T }[]> {
  const rows = (await done((await store("rows", "readonly")).getAll())) as Sealed[];
  const found: { id: string; value: T }[] = [];
  for (const { id, iv, bytes } of rows.filter((row) => row.id.startsWith(prefix)))
    try {
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key(), bytes);
      found.push({ id, value: JSON.parse(new TextDecoder().decode(plain)) as T });
    } catch {
      continue;
    }
  return found;
}
