import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { makeKeyFile, withNewMaster } from "./key-file.js";
import { MasterKey } from "./master-key.js";
import { assertKeysFit, countWrappedUnder, hasPersonKeys, rewrapPersonKeys } from "./person-key.repository.js";
import { aMasterKey, seededRandom } from "./test-keys.js";

let database: TestDatabase;
beforeEach(async () => void (database = await openTestDatabase()));
afterEach(() => database.close());

const random = seededRandom(3);
const file = makeKeyFile(seededRandom(1));
const before = new MasterKey(file);
const after = new MasterKey(withNewMaster(file, random));
const personBytes = (n: number) => new Uint8Array(32).fill(n);
const insert = (rows: readonly { id: string; wrapped: string | null; state: string }[]) =>
  database.lane.run(({ db }) =>
    db
      .insertInto("kit_person_key")
      .values(rows.map((row) => ({ ...row, createdAt: "2026-09-09T07:00:00.000Z" })))
      .execute(),
  );
const somePeople = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `p-${String(i).padStart(3, "0")}`,
    wrapped: before.wrap(`p-${String(i).padStart(3, "0")}`, personBytes(i), random),
    state: "active",
  }));

test("knows whether the database depends on a key file", async () => {
  expect(await hasPersonKeys(database.kit)).toBe(false);

  await insert([{ id: "gone", wrapped: null, state: "destroyed" }]);
  expect(await hasPersonKeys(database.kit)).toBe(false);

  await insert(somePeople(1));
  expect(await hasPersonKeys(database.kit)).toBe(true);
});

test("refuses another installation's key file", async () => {
  await assertKeysFit(database.kit, aMasterKey(2));
  await insert(somePeople(1));

  await expect(assertKeysFit(database.kit, before)).resolves.toBeUndefined();
  await expect(assertKeysFit(database.kit, aMasterKey(2))).rejects.toThrow("KEYS_OF_ANOTHER");
});

test("rewraps every living key slice by slice and leaves erased ones erased", async () => {
  await insert([...somePeople(25), { id: "p-003x", wrapped: null, state: "destroyed" }]);
  let next: string | undefined = "";
  let slices = 0;

  for (; next !== undefined; slices++) next = await database.lane.run(({ db }) => rewrapPersonKeys(db, after, random, next, 10));

  expect(slices).toBe(3);
  expect([await countWrappedUnder(database.kit, 1), await countWrappedUnder(database.kit, 2)]).toEqual([0, 25]);
  const rows = await database.kit
    .selectFrom("kit_person_key")
    .select(["id", "wrapped", "state"])
    .where("id", "in", ["p-003x", "p-007"])
    .orderBy("id")
    .execute();
  expect(rows[0]).toEqual({ id: "p-003x", wrapped: null, state: "destroyed" });
  const parts = { dataClass: "contact", subject: "p-007", place: "t/c/r" } as const;
  const sealed = before.unwrap("p-007", somePeople(8)[7]!.wrapped).seal(parts, "19900000007", 1, new Uint8Array(12));
  expect(after.unwrap("p-007", rows[1]!.wrapped!).open(sealed)).toBe("19900000007");
});
