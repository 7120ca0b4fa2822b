import { contact, sensitive, wrapSealed, type Actor, type Classified, type SealedClass } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { expect, test } from "vitest";
import { aKeyRing, aKeyStore } from "../keep-secrets/test-keys.js";
import { revealAnswer, type RevealRequest, type Shown } from "./reveal-answer.js";

const helper: Actor = { accountId: "a-1", personId: "helper-1", isSignedIn: true, language: "zh-CN" };
const Elder = Type.Object({ id: Type.String(), phone: contact(Type.String()), note: Type.Union([sensitive(Type.String()), Type.Null()]) });
const schema = Type.Object({ elders: Type.Array(Elder) });

/** Two elders with sealed values; the helper may see the first one's; what was asked and logged is kept. */
async function aScene(may: readonly string[] = ["contact/elder-1", "sensitive/elder-1"]) {
  const { ring } = aKeyRing();
  const store = aKeyStore();
  const seal = async (dataClass: SealedClass, subject: string, plain: string): Promise<Classified> => {
    const [sealed] = await ring.sealMany([{ dataClass, subject, place: `t/${dataClass}/r`, plain }], store, ring.newPending());
    return wrapSealed(sealed) as Classified;
  };
  const value = {
    elders: [
      { id: "1", phone: await seal("contact", "elder-1", "19900001234"), note: await seal("sensitive", "elder-1", "降压药") },
      { id: "2", phone: await seal("contact", "elder-2", "19900005678"), note: await seal("sensitive", "elder-2", "独居") },
      { id: "3", phone: await seal("contact", "elder-1", "19900001234"), note: null },
    ],
  };
  const asked: string[] = [];
  const logged: Shown[] = [];
  const opened: string[] = [];
  const authority = {
    maySee: async (_: Actor, dataClass: SealedClass, subject: string) => {
      asked.push(`${dataClass}/${subject}`);
      return may.includes(`${dataClass}/${subject}`);
    },
  };
  const keyRing = {
    openMany: (values: readonly Classified<unknown>[]) => {
      opened.push(...values.map((v) => `${v.dataClass}/${v.subject}`));
      return ring.openMany(values, store);
    },
  };
  const request: RevealRequest = {
    schema,
    value,
    actor: helper,
    authority,
    keyRing,
    store,
    show: "allowed",
    logAccess: async (shown) => void logged.push(...shown),
  };
  return { request, asked, logged, opened, ring, store };
}

test("shows what the reader may see, masks or hides the rest, and says whose values it showed", async () => {
  const { request, logged } = await aScene();

  const { value, shown } = await revealAnswer(request);

  expect(value).toEqual({
    elders: [
      { id: "1", phone: "19900001234", note: "降压药" },
      { id: "2", phone: "199****5678", note: "＊＊＊" },
      { id: "3", phone: "19900001234", note: null },
    ],
  });
  expect(shown).toEqual([
    { dataClass: "contact", subjects: ["elder-1"] },
    { dataClass: "sensitive", subjects: ["elder-1"] },
  ]);
  expect(logged).toEqual(shown);
});

test("asks once per class and person, and opens no sensitive value it may not show", async () => {
  const { request, asked, opened } = await aScene();

  await revealAnswer(request);

  expect(asked.sort()).toEqual(["contact/elder-1", "contact/elder-2", "sensitive/elder-1", "sensitive/elder-2"]);
  expect(opened).not.toContain("sensitive/elder-2");
});

test("masks everything and logs nothing until the reader asks to see", async () => {
  const { request, asked, logged, opened } = await aScene();

  const { value, shown } = await revealAnswer({ ...request, show: "masked" });

  expect(value).toMatchObject({ elders: [{ phone: "199****1234", note: "＊＊＊" }, { phone: "199****5678", note: "＊＊＊" }, {}] });
  expect([shown, logged, asked]).toEqual([[], [], []]);
  expect(opened.some((pair) => pair.startsWith("sensitive"))).toBe(false);
});

test("gives no answer when its access cannot be logged", async () => {
  const { request } = await aScene();
  const logAccess = () => Promise.reject(new Error("disk full"));

  await expect(revealAnswer({ ...request, logAccess })).rejects.toThrow("disk full");
});

test("keeps apart two spots whose paths read alike", async () => {
  const { request } = await aScene();
  const { elders } = request.value as { elders: readonly { phone: Classified }[] };
  const alike = Type.Object({ "a/b": contact(Type.String()), a: Type.Object({ b: contact(Type.String()) }) });

  const { value } = await revealAnswer({ ...request, schema: alike, value: { "a/b": elders[1]!.phone, a: { b: elders[0]!.phone } } });

  expect(value).toEqual({ "a/b": "199****5678", a: { b: "19900001234" } });
});

test("says in the reader's language that a person was erased, and does not log it as shown", async () => {
  const { request, ring, store } = await aScene(["contact/elder-1", "contact/elder-2"]);
  await store.destroy("elder-1");
  ring.forget("elder-1");

  const chinese = await revealAnswer(request);
  const english = await revealAnswer({ ...request, actor: { ...helper, language: "en" } });

  expect(chinese.value).toMatchObject({ elders: [{ phone: "（已抹去）", note: "＊＊＊" }, { phone: "19900005678" }, { phone: "（已抹去）" }] });
  expect(english.value).toMatchObject({ elders: [{ phone: "(erased)" }, {}, {}] });
  expect(chinese.shown).toEqual([{ dataClass: "contact", subjects: ["elder-2"] }]);
});

test("asks nobody and opens nothing for an answer without classified values", async () => {
  const { request, asked, opened } = await aScene();
  const plain = { elders: [] };

  const { value, shown } = await revealAnswer({ ...request, value: plain });

  expect(value).toBe(plain);
  expect([shown, asked, opened]).toEqual([[], [], []]);
});

test("shows a long list although the authority is asked a few people at a time", async () => {
  const { request, asked, ring, store } = await aScene();
  const many = Array.from({ length: 50 }, (_, i) => ({
    dataClass: "contact" as const,
    subject: `elder-${i}`,
    place: `t/phone/${i}`,
    plain: `199000012${String(i).padStart(2, "0")}`,
  }));
  const sealed = await ring.sealMany(many, store, ring.newPending());

  const { value, shown } = await revealAnswer({
    ...request,
    schema: Type.Array(contact(Type.String())),
    value: sealed.map(wrapSealed),
    authority: { maySee: async (_, c, s) => asked.push(`${c}/${s}`) > 0 },
  });

  expect(value).toEqual(many.map(({ plain }) => plain));
  expect([asked.length, shown[0]!.subjects.length]).toEqual([50, 50]);
});

test("stops when an answer is not the same the second time it is read", async () => {
  const { request } = await aScene();
  const { elders } = request.value as { elders: readonly { phone: Classified }[] };
  let reads = 0;
  const shifting = { toJSON: () => elders[reads++ % 2]!.phone };

  await expect(revealAnswer({ ...request, schema: Type.Array(contact(Type.String())), value: [shifting] })).rejects.toThrow("CLASSIFIED_LEAK");
});
