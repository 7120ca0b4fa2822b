import fc from "fast-check";
import { expect, test } from "vitest";
import { makeKeyFile, readKeyFile, withNewMaster, withoutMaster, writeKeyFile } from "./key-file.js";
import { seededRandom } from "./test-keys.js";

const plain = (file: ReturnType<typeof makeKeyFile>) => ({ derive: [...file.derive], masters: [...file.masters].map(([id, bytes]) => [id, ...bytes]) });

test("reads back what it has written, after any number of rotations", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (seed, rotations) => {
      const random = seededRandom(seed);
      let file = makeKeyFile(random);
      for (let i = 0; i < rotations; i++) file = withNewMaster(file, random);

      expect(plain(readKeyFile(writeKeyFile(file)))).toEqual(plain(file));
    }),
    { seed: 20260909 },
  );
});

test("refuses a damaged file with the line and without what stands there", () => {
  const text = writeKeyFile(makeKeyFile(seededRandom(1)));
  const secret = text.split("\n")[2]!.slice("master 1 ".length);
  const damaged = [
    text.replace("keys 1", "keys 2"),
    text.replace(secret, secret.slice(1)),
    text.replace("master 1", "master 0"),
    text.replace("master 1", "master 65536"),
    text + `master 1 ${secret}\n`,
    text.replace(/derive.*\n/, ""),
    text.replace(/master.*\n/, ""),
    "",
  ];

  for (const file of damaged)
    expect(() => readKeyFile(file), file).toThrow(
      /^KEYS_DAMAGED: the key file cannot be read, line \d: [a-z, "1-]+\. Maybe bring back the copy that was put aside\.$/,
    );
});

test("keeps the newest master key in the file", () => {
  const file = withNewMaster(makeKeyFile(seededRandom(1)), seededRandom(2));

  expect([...withoutMaster(file, 1).masters.keys()]).toEqual([2]);
  expect(() => withoutMaster(file, 2)).toThrow("KEY_IN_USE");
});

test("refuses a rotation past the last id", () => {
  const file = { derive: new Uint8Array(32), masters: new Map([[0xffff, new Uint8Array(32)]]) };

  expect(() => withNewMaster(file, seededRandom(1))).toThrow("KEYS_FULL");
});
