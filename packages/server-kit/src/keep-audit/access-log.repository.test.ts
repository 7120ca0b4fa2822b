import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import type { AccessRow } from "../write-lane/records.js";
import { logAccess } from "./access-log.repository.js";
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

const seenOf = (subject: string) =>
  database.kit
    .selectFrom("kit_access_subject")
    .innerJoin("kit_access_log", "kit_access_log.id", "kit_access_subject.accessId")
    .select(["person", "purpose", "count"])
    .where("subject", "=", subject)
    .orderBy("kit_access_log.id")
    .execute();

test("writes who saw whom, why, and how many at once; the same person once", async () => {
  await log(anAccess({ subjects: ["elder-1", "elder-2", "elder-1"] }), anAccess({ person: "helper-2", subjects: ["elder-2"] }));
  await log(anAccess({ person: null, purpose: "elder-pairing.match", dataClass: "sensitive", subjects: ["elder-2"] }));

  expect((await seenOf("elder-2")).map(({ person, purpose, count }) => [person, purpose, count])).toEqual([
    ["helper-1", "show", 2],
    ["helper-2", "show", 1],
    [null, "elder-pairing.match", 1],
  ]);
  expect(await seenOf("elder-1")).toHaveLength(1);
});

test("takes more people at once than one statement holds", async () => {
  await log(anAccess({ subjects: Array.from({ length: 4100 }, (_, i) => `elder-${i}`) }));

  expect(await seenOf("elder-4099")).toMatchObject([{ count: 4100 }]);
});

test("writes nothing where nobody was seen", async () => {
  await log(anAccess({ subjects: [] }));
  await log();

  expect(await database.kit.selectFrom("kit_access_log").selectAll().execute()).toEqual([]);
});
