import { afterEach, beforeEach, expect, test } from "vitest";
import { aMasterKey } from "../keep-secrets/test-keys.js";
import type { KitDb } from "../kit-tables.js";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { appendAudit } from "./audit.repository.js";
import { AuditChains } from "./audit-chains.js";
import { describeProblem } from "./audit-problem.js";
import { hashRoot, hashRow, type AuditRoot, type AuditRow } from "./hash-row.js";
import { redactAudit } from "./redact-audit.js";
import { sealRoot } from "./seal-root.js";
import { rootSigner } from "./sign-root.js";
import { aDraft, auditPorts } from "./test-audit.js";
import { verifyAudit } from "./verify-audit.js";

let database: TestDatabase;
let chains: AuditChains;
const signer = rootSigner(aMasterKey());
const ports = auditPorts();
beforeEach(async () => {
  chains = new AuditChains(ports);
  database = await openTestDatabase({
    writeRecords: (db, records) =>
      appendAudit(
        db,
        records.flatMap(({ audit }) => audit),
        chains,
      ),
  });
});
afterEach(() => database.close());

const write = (count: number, target = "shift") =>
  database.lane.run(async ({ records }) => void records.audit.push(...Array.from({ length: count }, (_, i) => aDraft({ target: `${target}-${i}` }))));
const seal = () => database.lane.run(({ db }) => sealRoot(db, ports, signer));
const tamper = (work: (db: KitDb) => Promise<unknown>) => database.lane.run(({ db }) => work(db));
const verify = (anchor?: { sequence: number; root: string }) => verifyAudit(database.kit, { publicKey: signer.publicKey, ...(anchor && { anchor }) });
const codes = async () => (await verify()).problems.map(({ code }) => code);
const rowsOf = (): Promise<AuditRow[]> => database.kit.selectFrom("kit_audit").selectAll().orderBy("sequence").execute();
const rootsOf = (): Promise<AuditRoot[]> => database.kit.selectFrom("kit_audit_root").selectAll().orderBy("sequence").execute();

async function threeRootsOverNineRows(): Promise<AuditRow[]> {
  for (const part of ["a", "b", "c"]) {
    await write(3, part);
    await seal();
  }
  return rowsOf();
}

test("finds an untouched audit whole and counts what no root covers yet", async () => {
  await threeRootsOverNineRows();
  await write(2, "late");

  const verdict = await verify();

  expect(verdict).toMatchObject({ ok: true, checkedRows: 11, checkedRoots: 3, unsealedRows: 2, problemCount: 0, lastRoot: { sequence: 3 } });
});

test("finds an empty audit whole", async () => {
  expect(await verify()).toMatchObject({ ok: true, checkedRows: 0, checkedRoots: 0, lastRoot: undefined });
});

test("writes no root when nothing happened since the last one", async () => {
  await write(1);

  expect(await seal()).toMatchObject({ sequence: 1, previousRoot: "" });
  expect(await seal()).toBeUndefined();
  expect(await rootsOf()).toHaveLength(1);
});

test("seals the chains of several processes in one root", async () => {
  await write(2);
  const others = [new AuditChains(auditPorts(6)), new AuditChains(auditPorts(7))];
  for (const other of others) await database.lane.run(({ db }) => appendAudit(db, [aDraft()], other));

  const root = await seal();

  expect((JSON.parse(root!.chains) as { sequence: number }[]).map(({ sequence }) => sequence).sort()).toEqual([1, 1, 2]);
  expect(await verify()).toMatchObject({ ok: true, checkedRows: 4, unsealedRows: 0 });
});

test("seals more chains than one statement names", async () => {
  await database.lane.run(async ({ db }) => {
    for (let seed = 0; seed < 501; seed++) await appendAudit(db, [aDraft()], new AuditChains(auditPorts(1000 + seed)));
  });

  const root = await seal();

  expect(JSON.parse(root!.chains)).toHaveLength(501);
  expect(await verify()).toMatchObject({ ok: true, unsealedRows: 0 });
});

test("keeps one whole audit when requests write side by side and some fail", async () => {
  const attempts = Array.from({ length: 40 }, (_, i) =>
    database.lane.run(async ({ records }) => {
      records.audit.push(aDraft({ target: `side-${i}` }));
      if (i % 5 === 0) throw new Error("refused");
    }),
  );
  await Promise.allSettled(attempts);
  await seal();

  expect(await verify()).toMatchObject({ ok: true, checkedRows: 32, unsealedRows: 0 });
});

test("notices a changed word, a changed detail and a row taken out of the middle", async () => {
  const rows = await threeRootsOverNineRows();

  await tamper((db) => db.updateTable("kit_audit").set({ account: "a-2" }).where("id", "=", rows[1]!.id).execute());
  await tamper((db) => db.updateTable("kit_audit").set({ detail: '{"seats":3}' }).where("id", "=", rows[3]!.id).execute());
  await tamper((db) => db.deleteFrom("kit_audit").where("id", "=", rows[6]!.id).execute());

  const { problems } = await verify();
  expect(problems).toEqual([
    { code: "rowChanged", row: rows[1]!.id },
    { code: "detailChanged", row: rows[3]!.id },
    { code: "rowMissing", row: `${rows[6]!.writer}/7` },
  ]);
  expect(describeProblem(problems[2]!)).toBe(`审计记录从 ${rows[6]!.writer}/7 起少了`);
});

test("notices rows taken off the end, because a root has sealed them", async () => {
  const rows = await threeRootsOverNineRows();

  await tamper((db) => db.deleteFrom("kit_audit").where("sequence", ">", 7).execute());

  expect((await verify()).problems).toEqual([{ code: "sealedRowMissing", row: `${rows[8]!.writer}/9` }]);
});

test("notices a chain rewritten from some row on, though it fits together", async () => {
  const rows = await threeRootsOverNineRows();
  let before = rows[3]!;
  for (const row of rows.slice(4)) {
    const forged = { ...row, previousHash: before.hash, account: "somebody-else" };
    before = { ...forged, hash: hashRow(forged) };
    await tamper((db) =>
      db.updateTable("kit_audit").set({ previousHash: before.previousHash, account: before.account, hash: before.hash }).where("id", "=", row.id).execute(),
    );
  }

  expect((await verify()).problems).toEqual([
    { code: "sealedRowChanged", row: rows[5]!.id },
    { code: "sealedRowChanged", row: rows[8]!.id },
  ]);
});

test("notices two rows that changed places", async () => {
  const rows = await threeRootsOverNineRows();
  const place = (id: string, sequence: number) => tamper((db) => db.updateTable("kit_audit").set({ sequence }).where("id", "=", id).execute());

  await place(rows[4]!.id, 99);
  await place(rows[3]!.id, 5);
  await place(rows[4]!.id, 4);

  expect(await codes()).toEqual(expect.arrayContaining(["chainBroken", "rowChanged"]));
});

test("notices a root that was changed, removed, or signed by somebody else", async () => {
  await threeRootsOverNineRows();
  const [first, , last] = await rootsOf();
  const set = (sequence: number, values: Partial<AuditRoot>) =>
    tamper((db) => db.updateTable("kit_audit_root").set(values).where("sequence", "=", sequence).execute());

  await set(1, { at: "2026-09-09T08:00:00.000Z" });
  expect(await codes()).toEqual(["rootChanged"]);
  await set(1, { at: first!.at });

  const forged = { ...last!, chains: "[]" };
  const root = hashRoot(forged);
  await set(3, { chains: "[]", root, signature: rootSigner(aMasterKey(2)).sign(root) });
  expect(await codes()).toEqual(["rootForged"]);
  await set(3, { chains: "x" });
  expect(await codes()).toEqual(["rootChanged", "rootForged", "rootChanged"]);
  await set(3, last!);
  expect(await codes()).toEqual([]);

  await tamper((db) => db.deleteFrom("kit_audit_root").where("sequence", "=", 2).execute());
  expect((await verify()).problems).toEqual([{ code: "rootMissing", row: "root/2" }]);
});

test("notices that the whole end is gone when it is told of a root kept outside", async () => {
  await threeRootsOverNineRows();
  const { lastRoot } = await verify();
  expect(await verify(lastRoot)).toMatchObject({ ok: true });

  await tamper((db) => db.deleteFrom("kit_audit_root").where("sequence", "=", 3).execute());
  await tamper((db) => db.deleteFrom("kit_audit").where("sequence", ">", 6).execute());

  expect((await verify(lastRoot)).problems).toEqual([{ code: "anchorMissing", row: "root/3" }]);
});

test("keeps the chains whole when details are redacted, and says who did it", async () => {
  const rows = await threeRootsOverNineRows();
  const by = { account: "a-9", person: null, at: "2026-09-10T00:00:00.000Z" };

  const redacted = await database.lane.run((handle) => redactAudit(handle, { ids: [rows[2]!.id, "none"], reason: "本人要求删除", by }));
  await seal();

  expect(redacted).toEqual([rows[2]!.id]);
  expect((await rowsOf())[2]).toMatchObject({ detail: '{"redacted":true}', detailSalt: "", hash: rows[2]!.hash });
  expect((await rowsOf()).at(-1)).toMatchObject({ action: "kit.redactAudit", target: rows[2]!.id, detail: '{"reason":"本人要求删除"}' });
  expect(await verify()).toMatchObject({ ok: true, checkedRows: 10 });
});

test("notices a detail that was blanked without a redaction on record", async () => {
  const rows = await threeRootsOverNineRows();

  await tamper((db) => db.updateTable("kit_audit").set({ detail: '{"redacted":true}', detailSalt: "" }).where("id", "=", rows[2]!.id).execute());

  expect((await verify()).problems).toEqual([{ code: "detailChanged", row: rows[2]!.id }]);
});

test("reads on past a page of rows", async () => {
  for (const part of ["a", "b", "c"]) await write(1500, part);
  await seal();

  expect(await verify()).toMatchObject({ ok: true, checkedRows: 4500, unsealedRows: 0 });
});
