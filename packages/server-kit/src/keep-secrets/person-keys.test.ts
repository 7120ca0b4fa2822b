import { wrapSealed, type Classified } from "@lianxin/plugin-kit";
import { expect, test } from "vitest";
import { aKeyRing, aKeyStore } from "./test-keys.js";

const elder = "0190f1d2-0000-7000-8000-000000000001";
const cadre = "0190f1d2-0000-7000-8000-000000000002";
const phone = (subject = elder, plain = "19900001234", row = "c-1") => ({
  dataClass: "contact" as const,
  subject,
  place: `directory_channel/address/${row}`,
  plain,
});
const wrap = (text: string): Classified => wrapSealed(text) as Classified;

test("seals under the stored key when somebody else made one first", async () => {
  const { ring } = aKeyRing();
  const other = aKeyRing({ seed: 8 }).ring;
  const store = aKeyStore();
  const slow = {
    ...store,
    find: async (subjects: readonly string[]) => (store.rows.has("raced") ? store.find(subjects) : []),
    add: async (keys: Parameters<typeof store.add>[0]) => {
      await other.sealMany([phone()], store, other.newPending());
      store.rows.set("raced", keys[0]!);
      return store.add(keys);
    },
  };

  const [sealed] = await ring.sealMany([phone()], slow, ring.newPending());

  expect(await other.openMany([wrap(sealed!)], store)).toEqual(["19900001234"]);
});

test("forgets a key whose transaction was rolled back, for sealing and for opening", async () => {
  const { ring } = aKeyRing();
  const lost = aKeyStore();
  const [fromLost] = await ring.sealMany([phone()], lost, ring.newPending());
  await ring.openMany([wrap(fromLost!)], lost);
  const store = aKeyStore();

  const [sealed] = await ring.sealMany([phone()], store, ring.newPending());

  expect(store.rows.size).toBe(1);
  expect(await ring.openMany([wrap(sealed!)], store)).toEqual(["19900001234"]);
  expect(await aKeyRing().ring.openMany([wrap(sealed!)], store)).toEqual(["19900001234"]);
});

test("asks the store no more once the commit has promoted the key", async () => {
  const { ring } = aKeyRing();
  const store = aKeyStore();
  const pending = ring.newPending();
  await ring.sealMany([phone()], store, pending);
  ring.promote(pending);
  store.reads = 0;

  const [sealed] = await ring.sealMany([phone()], store, ring.newPending());
  await ring.openMany([wrap(sealed!)], store);

  expect(store.reads).toBe(0);
});

test("opens nothing of an erased person and leaves the others readable", async () => {
  const { ring } = aKeyRing();
  const store = aKeyStore();
  const sealed = await ring.sealMany([phone(), phone(cadre, "19900005678")], store, ring.newPending());

  await store.destroy(elder);
  ring.forget(elder);

  expect(await ring.openMany(sealed.map(wrap), store)).toEqual([undefined, "19900005678"]);
  await expect(ring.sealMany([phone()], store, ring.newPending())).rejects.toMatchObject({ code: "kit.personErased" });
});

test("notices within its time that another process erased a person", async () => {
  const { ring, wait } = aKeyRing({ keepFor: 1000 });
  const store = aKeyStore();
  const pending = ring.newPending();
  const [sealed] = await ring.sealMany([phone()], store, pending);
  ring.promote(pending);
  await store.destroy(elder);

  const before = await ring.openMany([wrap(sealed!)], store);
  wait(1000);
  const after = await ring.openMany([wrap(sealed!)], store);

  expect([before, after]).toEqual([["19900001234"], [undefined]]);
});

test("keeps the keys used last when there are more than its limit", async () => {
  const { ring } = aKeyRing({ limit: 2 });
  const store = aKeyStore();
  const seal = async (subject: string) => {
    const pending = ring.newPending();
    await ring.sealMany([phone(subject)], store, pending);
    ring.promote(pending);
  };
  for (const subject of ["a", "b", "a", "c"]) await seal(subject);
  store.reads = 0;

  await seal("a");
  await seal("c");
  expect(store.reads).toBe(0);
  await seal("b");
  expect(store.reads).toBe(1);
});

test("says which person has no key at all instead of hiding the value", async () => {
  const { ring } = aKeyRing();
  const [sealed] = await ring.sealMany([phone()], aKeyStore(), ring.newPending());

  await expect(aKeyRing().ring.openMany([wrap(sealed!)], aKeyStore())).rejects.toThrow(`KEY_MISSING: a sealed value names a person without a key (${elder})`);
});
