import { createPublicKey, verify } from "node:crypto";
import { inspect } from "node:util";
import { sealedForm, wrapSealed, type Classified } from "@lianxin/plugin-kit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aKeyRing, aKeyStore, aMasterKey } from "./test-keys.js";

const elder = "0190f1d2-0000-7000-8000-000000000001";
const cadre = "0190f1d2-0000-7000-8000-000000000002";
const phone = (subject = elder, plain = "19900001234", row = "c-1") => ({
  dataClass: "contact" as const,
  subject,
  place: `directory_channel/address/${row}`,
  plain,
});
const wrap = (text: string): Classified => wrapSealed(text) as Classified;
const seed = 20260909;

test("gives back every text it has sealed, in any script", async () => {
  const { ring } = aKeyRing();
  const store = aKeyStore();

  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "binary" }), { maxLength: 8 }), async (texts) => {
      const sealed = await ring.sealMany(
        texts.map((plain, i) => phone(i % 2 ? elder : cadre, plain, `c-${i}`)),
        store,
        ring.newPending(),
      );
      expect(await ring.openMany(sealed.map(wrap), store)).toEqual(texts);
    }),
    { seed },
  );
});

test("writes the sealed form that rows are recognised by, without a trace of the value", async () => {
  const { ring } = aKeyRing();

  const [sealed] = await ring.sealMany([phone(elder, "柳树坡张＊英")], aKeyStore(), ring.newPending());

  expect(sealedForm.exec(sealed!)?.slice(1, 4)).toEqual(["contact", elder, "directory_channel/address/c-1"]);
  expect(Buffer.from(sealed!.split(".")[4]!, "base64url").subarray(0, 3)).toEqual(Buffer.from([1, 0, 1]));
  expect(sealed).not.toContain(Buffer.from("柳树坡").toString("base64url"));
});

test("seals the same value differently each time", async () => {
  const { ring } = aKeyRing();

  const sealed = await ring.sealMany([phone(), phone(), phone()], aKeyStore(), ring.newPending());

  expect(new Set(sealed).size).toBe(3);
});

test("opens nowhere but at its own row, column, class and person", async () => {
  const { ring } = aKeyRing();
  const store = aKeyStore();
  const [sealed] = await ring.sealMany([phone(), phone(cadre)], store, ring.newPending());
  const moved = [
    sealed!.replace("/c-1.", "/c-2."),
    sealed!.replace("/address/", "/note/"),
    sealed!.replace("lx1.contact", "lx1.sensitive"),
    sealed!.replace(elder, cadre),
  ];

  for (const text of moved) await expect(ring.openMany([wrap(text)], store), text).rejects.toThrow("SEALED_DAMAGED");
});

test("does not open when any one letter of its bytes is another", async () => {
  const { ring } = aKeyRing();
  const store = aKeyStore();
  const [sealed] = await ring.sealMany([phone()], store, ring.newPending());
  const start = sealed!.lastIndexOf(".") + 1;

  for (let i = start; i < sealed!.length; i++)
    for (const letter of ["A", "B", "_"]) {
      if (sealed![i] === letter) continue;
      await expect(ring.openMany([wrap(sealed!.slice(0, i) + letter + sealed!.slice(i + 1))], store), `letter ${i}`).rejects.toThrow("SEALED_DAMAGED");
    }
});

test("names the place, never the value, of what does not open", async () => {
  const { ring } = aKeyRing();
  const store = aKeyStore();
  const [sealed] = await ring.sealMany([phone()], store, ring.newPending());

  const refusal = await ring.openMany([wrap(sealed!.replace("/c-1.", "/c-9."))], store).catch((error: Error) => error.message);

  expect(refusal).toContain("directory_channel/address/c-9");
  expect(refusal).not.toContain("1990000");
});

test("refuses a row id that the sealed form cannot hold", async () => {
  const { ring } = aKeyRing();

  const attempt = ring.sealMany([phone(elder, "19900001234", "c.1")], aKeyStore(), ring.newPending());

  await expect(attempt).rejects.toThrow("SEALED_PLACE");
});

test("hashes the same value alike under one installation's keys and otherwise under another's", () => {
  const here = aKeyRing().ring;
  const again = aKeyRing({ seed: 99 }).ring;
  const elsewhere = aKeyRing({ master: aMasterKey(2) }).ring;

  expect(here.blindIndex("19900001234")).toMatch(/^[\w-]{43}$/);
  expect(here.blindIndex("19900001234")).toBe(again.blindIndex("19900001234"));
  expect(here.blindIndex("19900001234")).not.toBe(here.blindIndex("19900001235"));
  expect(here.blindIndex("19900001234")).not.toBe(elsewhere.blindIndex("19900001234"));
});

test("signs a plugin's text so that anybody proves it with the public key, and a key of its own stands for each plugin and house", () => {
  const { ring } = aKeyRing();
  const { signature, publicKey } = ring.sign("volunteer-days", "550 分钟");
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64url"), format: "der", type: "spki" });
  const proves = (text: string) => verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));

  expect([proves("550 分钟"), proves("551 分钟")]).toEqual([true, false]);
  expect(aKeyRing({ seed: 99 }).ring.sign("volunteer-days", "x").publicKey).toBe(publicKey);
  expect(ring.sign("other", "x").publicKey).not.toBe(publicKey);
  expect(aKeyRing({ master: aMasterKey(2) }).ring.sign("volunteer-days", "x").publicKey).not.toBe(publicKey);
});

test("prints no key when a pending map is logged", async () => {
  const { ring } = aKeyRing();
  const pending = ring.newPending();
  await ring.sealMany([phone()], aKeyStore(), pending);

  const printed = inspect(pending, { depth: 9 }) + inspect(ring, { depth: 9 }) + JSON.stringify([...pending]);

  expect(printed).toContain("PersonKey");
  expect(printed).not.toMatch(/Uint8Array|Buffer|bytes/);
});
