import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import type { AccessRow } from "../write-lane/records.js";
import { findAccessBy, findAccessTo, findSubjectsOf, logAccess } from "./access-log.repository.js";
import { auditPorts } from "./test-audit.js";

let database: TestDatabase;
beforeEach(async () => void (database = await openTestDatabase()));
afterEach(() => database.close());

const ports = auditPorts();
const anAccess = (part: Partial<AccessRow> = {}): AccessRow => ({
  account: "a-1",
  person: "helper-1",
  route: "GET /elders",
  purpose: "show",
  dataClass: "contact",
  subjects: ["elder-1"],
  ...part,
});
const log = (...accesses: AccessRow[]) => database.lane.run(({ db }) => logAccess(db, accesses, ports));

test("tells a person who has seen their values, latest first", async () => {
  await log(anAccess({ subjects: ["elder-1", "elder-2", "elder-1"] }), anAccess({ person: "helper-2", subjects: ["elder-2"] }));
  await log(anAccess({ person: null, purpose: "elder-pairing.match", dataClass: "sensitive", subjects: ["elder-2"] }));

  const seen = await findAccessTo(database.kit, "elder-2");

  expect(seen.map(({ person, purpose, count }) => [person, purpose, count])).toEqual([
    [null, "elder-pairing.match", 1],
    ["helper-2", "show", 1],
    ["helper-1", "show", 2],
  ]);
  expect(await findSubjectsOf(database.kit, seen[2]!.id)).toEqual(["elder-1", "elder-2"]);
});

test("tells what a person has seen, page by page", async () => {
  await log(...Array.from({ length: 203 }, (_, i) => anAccess({ subjects: [`elder-${i}`] })), anAccess({ person: "helper-2" }));

  const first = await findAccessBy(database.kit, "helper-1");
  const second = await findAccessBy(database.kit, "helper-1", first.at(-1)!.id);

  expect([first.length, second.length]).toEqual([200, 3]);
  expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(203);
});

test("takes more people at once than one statement holds", async () => {
  await log(anAccess({ subjects: Array.from({ length: 4100 }, (_, i) => `elder-${i}`) }));

  expect(await findAccessTo(database.kit, "elder-4099")).toMatchObject([{ count: 4100 }]);
});

test("writes nothing where nobody was seen", async () => {
  await log(anAccess({ subjects: [] }));
  await log();

  expect(await findAccessBy(database.kit, "helper-1")).toEqual([]);
});
