import { afterEach, expect, test } from "vitest";
import type { RegisteredListener } from "./deliver-event.js";
import { listDead, retryDead } from "./dead-letters.repository.js";
import { clockFrom } from "../run-with-ports.js";
import { letterRow } from "./outbox-rows.js";
import { failing, keepingSender, openTestOutbox, type TestOutbox } from "./test-outbox.js";

let outbox: TestOutbox;
const open = async () => (outbox = await openTestOutbox());
afterEach(() => outbox.close());

const hour = 3_600_000;
const hears = (id: string, handle: (payload: { n: number }) => void): RegisteredListener => ({
  id,
  plugin: "hello",
  listener: { event: "hello.greeted", handle: async (payload) => handle(payload as { n: number }) },
});

test("a throwing listener is tried again later, and the others hear the event once", async () => {
  const { put, anEvent, worker, advance, rows } = await open();
  let isBroken = true;
  const heard: string[] = [];
  const listeners = [
    hears("a", () => {
      if (isBroken) throw new Error("not yet");
      heard.push("a");
    }),
    hears("b", () => void heard.push("b")),
  ];
  await put(anEvent("matter:1"));

  const running = worker({ listeners });
  await running.deliverDue();
  const afterFirst = [...(await rows())];
  isBroken = false;
  advance(hour);
  await running.deliverDue();

  expect(afterFirst).toMatchObject([{ state: "waiting", attempts: 1, lastError: "Error: not yet" }]);
  expect(heard).toEqual(["b", "a"]);
  expect(await rows()).toMatchObject([{ state: "done", attempts: 2 }]);
});

test("an event delivered twice runs its listener once", async () => {
  const { put, anEvent, worker, lane } = await open();
  const heard: number[] = [];
  const running = worker({ listeners: [hears("a", ({ n }) => void heard.push(n))] });
  await put(anEvent("matter:1", { n: 7 }));

  await running.deliverDue();
  await lane.run(({ db }) => db.updateTable("kit_outbox").set({ state: "waiting" }).execute());
  await running.deliverDue();

  expect(heard).toEqual([7]);
});

test("events of one aggregate keep their order, and others do not wait for them", async () => {
  const { put, anEvent, worker, advance } = await open();
  const heard: number[] = [];
  let isBroken = true;
  const running = worker({
    listeners: [
      hears("a", ({ n }) => {
        if (n === 1 && isBroken) throw new Error("no");
        heard.push(n);
      }),
    ],
  });
  await put(anEvent("matter:1", { n: 1 }), anEvent("matter:1", { n: 2 }), anEvent("matter:2", { n: 3 }));

  await running.deliverDue();
  const early = [...heard];
  isBroken = false;
  advance(hour);
  await running.deliverDue();

  expect(early).toEqual([3]);
  expect(heard).toEqual([3, 1, 2]);
});

test("a letter is dead after its last attempt, lets later ones pass, and can be tried again", async () => {
  const { put, aMail, worker, advance, kit, lane, now } = await open();
  const first = aMail("a@example.test");
  const shown = keepingSender();
  let sender: { send: typeof shown.send } = failing(true);
  const running = worker({
    senders: { mail: { send: (letter) => (letter.id === first.id ? sender : shown).send(letter) } },
    retry: { attempts: 3, first: 1000, longest: hour },
  });
  await put(first, aMail("a@example.test"));

  for (let i = 0; i < 3; i++) {
    await running.deliverDue();
    advance(hour);
  }
  const dead = await listDead(kit);
  const sentBefore = shown.letters.length;
  sender = shown;
  const isRetried = await retryDead(lane, first.id, now());
  await running.deliverDue();

  expect(dead).toMatchObject([{ id: first.id, attempts: 3, lastError: "EMESSAGE 451" }]);
  expect([sentBefore, isRetried, shown.letters.length]).toEqual([1, true, 2]);
  expect(await listDead(kit)).toEqual([]);
});

test("a permanent refusal is dead at once", async () => {
  const { put, aMail, worker, rows } = await open();
  await put(aMail("a@example.test"));

  await worker({ senders: { mail: failing(false) } }).deliverDue();

  expect(await rows()).toMatchObject([{ state: "dead", attempts: 1 }]);
});

test("a channel without a sender is rehearsed: its letters are recorded and no address is opened", async () => {
  const { put, aMail, worker, rows } = await open();
  let opened = 0;
  await put(aMail("a@example.test"));

  await worker({ senders: {}, open: async (sealed) => (opened++, sealed) }).deliverDue();

  expect(await rows()).toMatchObject([{ state: "rehearsed" }]);
  expect(opened).toBe(0);
});

test("a letter to an erased person is dropped, and the same key goes in once", async () => {
  const { put, aMail, worker, rows } = await open();
  await put(aMail("a@example.test", "k"), aMail("a@example.test", "k"));

  await worker({ senders: { mail: keepingSender() }, open: async () => undefined }).deliverDue();

  expect(await rows()).toMatchObject([{ state: "dropped", lastError: "ADDRESS_ERASED" }]);
});

test("a letter to an office goes to its public address, which is nobody's to open", async () => {
  const { put, worker, newId, now } = await open();
  const shown = keepingSender();
  const to = { personId: null, name: "河东街道办事处", address: "street@example.org" };
  await put(
    letterRow(
      { newId },
      clockFrom(() => Date.parse(now()), "Asia/Shanghai"),
      "odd",
      { channel: "mail", to, key: "k", subject: "报上级", text: "请看" },
    ),
  );

  await worker({ senders: { mail: shown }, open: async () => undefined }).deliverDue();

  expect(shown.letters).toMatchObject([{ to: { name: "河东街道办事处", address: "street@example.org" } }]);
});

test("two workers at once deliver each letter once", async () => {
  const { put, aMail, worker, rows } = await open();
  const shown = keepingSender();
  const workers = [worker({ senders: { mail: shown } }), worker({ senders: { mail: shown } })];
  await put(...Array.from({ length: 20 }, (_, i) => aMail(`u${i}@example.test`)));

  await Promise.all(workers.map((w) => w.deliverDue()));

  expect(new Set(shown.letters.map((l) => l.id)).size).toBe(20);
  expect(shown.letters).toHaveLength(20);
  expect((await rows()).every((row) => row.state === "done")).toBe(true);
});
