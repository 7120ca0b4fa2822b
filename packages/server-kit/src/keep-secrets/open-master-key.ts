import { chmod, link, mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Random } from "../ports.js";
import { makeKeyFile, readKeyFile, withNewMaster, withoutMaster, writeKeyFile, type KeyFile } from "./key-file.js";
import { MasterKey } from "./master-key.js";

const fileIn = (folder: string): string => join(folder, "master.key");
const isCode = (error: unknown, ...codes: readonly string[]): boolean => codes.includes(String((error as NodeJS.ErrnoException).code));

/**
 * Reads the key file of a folder outside the data folder, and makes both at the first start (mode 0700 and 0600).
 * `databaseHasKeys`: the database holds person keys already, so that a new key file could never open them.
 * Throws KEYS_MISSING, KEYS_EXPOSED, KEYS_UNREADABLE, KEYS_DAMAGED, each with what to do.
 */
export async function openMasterKey(folder: string, random: Random, { databaseHasKeys = false } = {}): Promise<MasterKey> {
  try {
    if (!(await stat(fileIn(folder)).catch(missing))) await createFile(folder, random, databaseHasKeys);
    return new MasterKey(await readFrom(folder));
  } catch (error) {
    throw isCode(error, "EACCES", "EPERM", "ENOTDIR", "EISDIR", "EROFS", "ENOENT") ? unreadable(folder, error) : error;
  }
}

/** Adds a master key that wraps from now on; person keys under older ones are rewrapped by `rewrapPersonKeys`. */
export async function rotateMasterKey(folder: string, random: Random): Promise<MasterKey> {
  const file = withNewMaster(await readFrom(folder), random);
  await replaceFile(folder, file);
  return new MasterKey(file);
}

/** Takes a master key out of the file. `keysLeft`: how many person keys it still wraps; throws KEY_IN_USE unless none. */
export async function retireMasterKey(folder: string, id: number, keysLeft: number): Promise<MasterKey> {
  if (keysLeft > 0) throw new Error(`KEY_IN_USE: master key ${id} still wraps ${keysLeft} person keys. Maybe let the rewrapping finish first.`);
  const file = withoutMaster(await readFrom(folder), id);
  await replaceFile(folder, file);
  return new MasterKey(file);
}

const missing = (error: unknown): undefined => {
  if (!isCode(error, "ENOENT")) throw error;
};

async function readFrom(folder: string): Promise<KeyFile> {
  const [around, file] = [await stat(folder), await stat(fileIn(folder))];
  if (around.mode & 0o007) throw exposed(folder, "0700");
  if (file.mode & 0o077) throw exposed(fileIn(folder), "0600");
  return readKeyFile(await readFile(fileIn(folder), "utf8"));
}

async function createFile(folder: string, random: Random, databaseHasKeys: boolean): Promise<void> {
  if (databaseHasKeys)
    throw new Error(
      `KEYS_MISSING: the database holds sealed values, but ${fileIn(folder)} does not exist. Maybe LIANXIN_KEYS names another folder, or the key file has to come back from where its copy is kept.`,
    );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = Buffer.from(random.bytes(6)).toString("hex");
  const temporary = await writeTemporary(join(folder, `.master.key.${own}`), makeKeyFile(random));
  // A link is refused when another process was first; a rename would replace a key that is already in use.
  await link(temporary, fileIn(folder)).catch((error: unknown) => {
    if (!isCode(error, "EEXIST")) throw error;
  });
  await unlink(temporary);
  await syncFolder(folder);
}

async function replaceFile(folder: string, file: KeyFile): Promise<void> {
  await rename(await writeTemporary(join(folder, ".master.key.next"), file), fileIn(folder));
  await syncFolder(folder);
}

async function writeTemporary(name: string, file: KeyFile): Promise<string> {
  const handle = await open(name, "w", 0o600);
  await handle.writeFile(writeKeyFile(file));
  await handle.sync();
  await handle.close();
  await chmod(name, 0o600);
  return name;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}

const exposed = (path: string, mode: string): Error =>
  new Error(`KEYS_EXPOSED: ${path} can be read by others on this machine. Maybe run: chmod ${mode} ${path}`);
const unreadable = (folder: string, error: unknown): Error =>
  new Error(
    `KEYS_UNREADABLE: the key folder ${folder} cannot be used (${String((error as NodeJS.ErrnoException).code)}). Maybe it belongs to another user, or LIANXIN_KEYS names a wrong place.`,
  );
