import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openMasterKey, retireMasterKey, rotateMasterKey } from "./open-master-key.js";
import { seededRandom } from "./test-keys.js";

let around: string;
beforeEach(async () => void (around = await mkdtemp(join(tmpdir(), "lianxin-keys-"))));
afterEach(() => rm(around, { recursive: true, force: true }));
const folder = () => join(around, "deep", "keys");
const random = seededRandom(1);

test("makes a key file only its owner can read, and reads the same keys at the next start", async () => {
  const first = await openMasterKey(folder(), random);
  const second = await openMasterKey(folder(), seededRandom(2), { databaseHasKeys: true });

  expect((await stat(folder())).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder(), "master.key"))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder())).toEqual(["master.key"]);
  expect(second.derive("x")).toEqual(first.derive("x"));
});

test("gives processes that start at once the same keys", async () => {
  const opened = await Promise.all([1, 2, 3, 4].map((seed) => openMasterKey(folder(), seededRandom(seed))));

  expect(new Set(opened.map((key) => key.derive("x").toString("hex"))).size).toBe(1);
});

test("refuses to make new keys for a database that holds sealed values", async () => {
  await expect(openMasterKey(folder(), random, { databaseHasKeys: true })).rejects.toThrow(/^KEYS_MISSING: .*Maybe LIANXIN_KEYS/);

  await expect(stat(folder())).rejects.toThrow("ENOENT");
});

test("refuses keys that others on the machine can read", async () => {
  await openMasterKey(folder(), random);

  await chmod(join(folder(), "master.key"), 0o640);
  await expect(openMasterKey(folder(), random)).rejects.toThrow(/^KEYS_EXPOSED: .*chmod 0600/);
  await chmod(join(folder(), "master.key"), 0o600);
  await chmod(folder(), 0o705);
  await expect(openMasterKey(folder(), random)).rejects.toThrow(/^KEYS_EXPOSED: .*chmod 0700/);
});

test("refuses a folder that is none", async () => {
  await writeFile(join(around, "file"), "");

  await expect(openMasterKey(join(around, "file"), random)).rejects.toThrow(/^KEYS_UNREADABLE: .*ENOTDIR/);
});

test("wraps under the new key after a rotation and still unwraps what the old one wrapped", async () => {
  const before = await openMasterKey(folder(), random);
  const wrapped = before.wrap("p-1", new Uint8Array(32).fill(5), random);

  const after = await rotateMasterKey(folder(), random);
  const rewrapped = after.rewrap("p-1", wrapped, random)!;

  expect(after.ids).toEqual([1, 2]);
  expect(after.rewrap("p-1", rewrapped, random)).toBeUndefined();
  expect(() => after.unwrap("p-1", wrapped)).not.toThrow();
  expect(() => before.unwrap("p-1", rewrapped)).toThrow("KEY_UNKNOWN");
  expect(() => after.unwrap("p-2", rewrapped)).toThrow("SEALED_DAMAGED");
  expect((await stat(join(folder(), "master.key"))).mode & 0o777).toBe(0o600);
});

test("retires a key only when it wraps nothing any more", async () => {
  const first = await openMasterKey(folder(), random);
  await rotateMasterKey(folder(), random);

  await expect(retireMasterKey(folder(), 1, 3)).rejects.toThrow("KEY_IN_USE");
  const left = await retireMasterKey(folder(), 1, 0);

  expect(left.ids).toEqual([2]);
  expect(left.derive("blind-index")).toEqual(first.derive("blind-index"));
  expect(await readFile(join(folder(), "master.key"), "utf8")).not.toContain("master 1 ");
});
