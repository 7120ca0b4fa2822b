import { Classified, col, definePlugin, defineServer, prepared, table, type ServerPart } from "@lianxin/plugin-kit";
import type { Kysely } from "kysely";
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { KeyRing } from "../keep-secrets/key-ring.js";
import { aKeyRing } from "../keep-secrets/test-keys.js";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { keyStoreOf } from "../answer-requests/key-store-of.js";
import { fencePlugins } from "../start-plugins/fence-plugins.js";
import { migratePlugins } from "../start-plugins/migrate-plugins.js";
import { fenced, type Fence } from "./plugin-handle.js";

const card = table("cards_card", {
  id: col.id(),
  ownerId: col.ref("directory_person"),
  phone: col.contact("ownerId").nullable(),
  phoneIndex: col.blind("phone"),
  note: col.sensitive("ownerId").nullable(),
});
const cards = definePlugin({ id: "cards", tables: { card } });
const part = defineServer(cards, {
  services: () => ({}),
  migrations: { first: (tools) => tools.createTable("cards_card", card.columns) },
}) as unknown as ServerPart;

let opened: TestDatabase;
let fence: Fence;
let ring: KeyRing;
beforeEach(async () => {
  opened = await openTestDatabase({ arm: false });
  await migratePlugins(opened.database, [part]);
  ring = aKeyRing().ring;
  opened.database.useSealer(ring as never);
  opened.database.arm();
  fence = fencePlugins([part]).get("cards")!;
});
afterEach(() => opened.close());

const write = <T>(work: (db: Kysely<any>) => Promise<T>) => opened.lane.run(({ root, hold }) => work(fenced(root, fence, hold)));
const read = () => fenced<any>(opened.database.root, fence);
const open = async (value: Classified) => (await ring.openMany([value], keyStoreOf(opened.kit)))[0];
const aCard = { id: "card-1", ownerId: "person-1", phone: "19900000001", note: "怕黑" };

test("a contact value is read back sealed, with its class and its person", async () => {
  await write((db) => db.insertInto("cards_card").values(aCard).execute());

  const row = await read().selectFrom("cards_card").selectAll().executeTakeFirstOrThrow();

  expect(row.phone).toBeInstanceOf(Classified);
  expect([row.phone.dataClass, row.phone.subject, row.note.dataClass]).toEqual(["contact", "person-1", "sensitive"]);
  expect([await open(row.phone), await open(row.note)]).toEqual(["19900000001", "怕黑"]);
});

test("the file holds neither the value nor a plain hash of it", async () => {
  await write((db) => db.insertInto("cards_card").values(aCard).execute());
  if (!opened.file) return expect(opened.database.kind).toBe("postgres");

  const bytes = Buffer.concat([await readFile(opened.file), await readFile(`${opened.file}-wal`)]);

  expect(bytes.includes("19900000001")).toBe(false);
  expect(bytes.includes("怕黑")).toBe(false);
});

test("an exact value is found by its blind index", async () => {
  await write((db) => db.insertInto("cards_card").values(aCard).execute());

  const found = await read().selectFrom("cards_card").select("id").where("phoneIndex", "=", ring.blindIndex("19900000001")).execute();

  expect(found).toEqual([{ id: "card-1" }]);
});

test("a change of one row seals the new value for the person in that row and moves its index", async () => {
  await write((db) => db.insertInto("cards_card").values(aCard).execute());

  await write((db) => db.updateTable("cards_card").set({ phone: "19900000002" }).where("id", "=", "card-1").execute());

  const row = await read().selectFrom("cards_card").selectAll().executeTakeFirstOrThrow();
  expect(await open(row.phone)).toBe("19900000002");
  expect(row.phoneIndex).toBe(ring.blindIndex("19900000002"));
  expect(row.phone.subject).toBe("person-1");
});

test("a prepared query seals what it is bound to", async () => {
  const insert = prepared((db: Kysely<any>, p: typeof aCard) =>
    db.insertInto("cards_card").values({ id: p.id, ownerId: p.ownerId, phone: p.phone, note: p.note }).returning("id"),
  );

  const ids = await write((db) => insert.execute(db, { id: "card-2", ownerId: "person-2", phone: "19900000003", note: "x" }));

  expect(ids).toEqual([{ id: "card-2" }]);
  const row = await read().selectFrom("cards_card").selectAll().executeTakeFirstOrThrow();
  expect(await open(row.phone)).toBe("19900000003");
});

test("a value about nobody is refused", async () => {
  const written = write((db) =>
    db
      .insertInto("cards_card")
      .values({ ...aCard, ownerId: "" })
      .execute(),
  );

  await expect(written).rejects.toThrow("NO_SUBJECT");
});

test("a key made in a request that failed is not used for the next one", async () => {
  const failing = write(async (db) => {
    await db.insertInto("cards_card").values(aCard).execute();
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");

  await write((db) => db.insertInto("cards_card").values(aCard).execute());

  const row = await read().selectFrom("cards_card").selectAll().executeTakeFirstOrThrow();
  const afresh = aKeyRing().ring;
  expect((await afresh.openMany([row.phone], keyStoreOf(opened.kit)))[0]).toBe("19900000001");
});
