import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import type { AccessRow } from "../write-lane/records.js";
import { logAccess } from "./access-log.repository.js";
import { countReadings, findReadings } from "./own-readings.js";
import { auditPorts } from "./test-audit.js";

let database: TestDatabase;
beforeEach(async () => void (database = await openTestDatabase()));
afterEach(() => database.close());

const ports = auditPorts();
const reads = (person: string | null, purpose: string, subjects: readonly string[], route = "homes GET /children"): AccessRow => ({
  ...{ account: "a", person, route, purpose, dataClass: "sensitive", subjects },
});
const log = (...accesses: AccessRow[]) => database.lane.run(({ db }) => logAccess(db, accesses, ports));
const always = { from: "2000-01-01T00:00:00.000Z", before: "2100-01-01T00:00:00.000Z" };

test("a plugin reads who opened what it keeps about somebody, newest first, and never what another plugin opened about the same", async () => {
  await log(reads("luo", "homes.keep", ["xiaoyu", "xiaohe"]));
  await log(reads(null, "homes.age", ["xiaoyu"], "homes work"), reads("zhao", "shown", ["xiaoyu"]));
  await log(reads("wu", "homes-more.keep", ["xiaoyu"]), reads("wu", "shown", ["xiaoyu"], "homes-more GET /children"));

  const found = await findReadings(database.kit, "homes", "xiaoyu", 10);

  expect(found.map(({ personId, purpose, route }) => [personId, purpose, route])).toEqual([
    ["zhao", "shown", "GET /children"],
    [null, "age", "work"],
    ["luo", "keep", "GET /children"],
  ]);
  expect((await findReadings(database.kit, "homes", "xiaoyu", 1)).map(({ personId }) => personId)).toEqual(["zhao"]);
  expect(await findReadings(database.kit, "homes", "nobody", 10)).toEqual([]);
});

test("what one opening is about is one opening, however many of those asked for it shows; the time counts from its first instant and not its last", async () => {
  const many = Array.from({ length: 100 }, (_, i) => `child-${i}`);
  await log(reads("luo", "homes.keep", many), reads("luo", "homes.keep", ["child-7"]), reads("luo", "homes.keep", ["elsewhere"]));
  await log(reads("wu", "homes-more.keep", many));
  const { at } = (await findReadings(database.kit, "homes", "child-7", 1))[0]!;

  const sums = (time: { from: string; before: string }) => countReadings(database.kit, "homes", many, time);

  expect(await sums(always)).toEqual([{ personId: "luo", route: "GET /children", purpose: "keep", dataClass: "sensitive", times: 2 }]);
  expect([await sums({ ...always, from: at }), await sums({ ...always, before: at })].map(({ length }) => length)).toEqual([1, 0]);
  expect(await countReadings(database.kit, "homes", [], always)).toEqual([]);
});
