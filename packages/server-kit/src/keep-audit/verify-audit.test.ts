import { afterEach, beforeEach, expect, test } from "vitest";
import { aMasterKey } from "../keep-secrets/test-keys.js";
import { describeProblem } from "./audit-problem.js";
import { hashRoot, hashRow, type AuditRoot } from "./hash-row.js";
import { rootSigner } from "./sign-root.js";
import { openAuditedDatabase, type AuditedDatabase } from "./test-audited-database.js";

let audited: AuditedDatabase;
beforeEach(async () => void (audited = await openAuditedDatabase()));
afterEach(() => audited.close());

const codes = async () => (await audited.verify()).problems.map(({ code }) => code);
const rootsOf = (): Promise<AuditRoot[]> => audited.kit.selectFrom("kit_audit_root").selectAll().orderBy("sequence").execute();

test("finds an untouched audit whole and counts what no root covers yet", async () => {
  await audited.threeRoots();
  await audited.write(2, "late");

  const verdict = await audited.verify();

  expect(verdict).toMatchObject({ ok: true, checkedRows: 11, checkedRoots: 3, unsealedRows: 2, problemCount: 0, lastRoot: { sequence: 3 } });
});

test("finds an empty audit whole", async () => {
  expect(await audited.verify()).toMatchObject({ ok: true, checkedRows: 0, checkedRoots: 0, lastRoot: undefined });
});

test("notices a changed word, a changed detail and a row taken out of the middle", async () => {
  const rows = await audited.threeRoots();

  await audited.tamper((db) => db.updateTable("kit_audit").set({ account: "a-2" }).where("id", "=", rows[1]!.id).execute());
  await audited.tamper((db) => db.updateTable("kit_audit").set({ detail: '{"seats":3}' }).where("id", "=", rows[3]!.id).execute());
  await audited.tamper((db) => db.deleteFrom("kit_audit").where("id", "=", rows[6]!.id).execute());

  const { problems } = await audited.verify();
  expect(problems).toEqual([
    { code: "rowChanged", row: rows[1]!.id },
    { code: "detailChanged", row: rows[3]!.id },
    { code: "rowMissing", row: `${rows[6]!.writer}/7` },
  ]);
  expect(describeProblem(problems[2]!)).toBe(`审计记录从 ${rows[6]!.writer}/7 起少了`);
});

test("notices rows taken off the end, because a root has sealed them", async () => {
  const rows = await audited.threeRoots();

  await audited.tamper((db) => db.deleteFrom("kit_audit").where("sequence", ">", 7).execute());

  expect((await audited.verify()).problems).toEqual([{ code: "sealedRowMissing", row: `${rows[8]!.writer}/9` }]);
});

test("notices a chain rewritten from some row on, though it fits together", async () => {
  const rows = await audited.threeRoots();
  let before = rows[3]!;
  for (const row of rows.slice(4)) {
    const forged = { ...row, previousHash: before.hash, account: "somebody-else" };
    before = { ...forged, hash: hashRow(forged) };
    await audited.tamper((db) =>
      db.updateTable("kit_audit").set({ previousHash: before.previousHash, account: before.account, hash: before.hash }).where("id", "=", row.id).execute(),
    );
  }

  expect((await audited.verify()).problems).toEqual([
    { code: "sealedRowChanged", row: rows[5]!.id },
    { code: "sealedRowChanged", row: rows[8]!.id },
  ]);
});

test("notices two rows that changed places", async () => {
  const rows = await audited.threeRoots();
  const place = (id: string, sequence: number) => audited.tamper((db) => db.updateTable("kit_audit").set({ sequence }).where("id", "=", id).execute());

  await place(rows[4]!.id, 99);
  await place(rows[3]!.id, 5);
  await place(rows[4]!.id, 4);

  expect(await codes()).toEqual(expect.arrayContaining(["chainBroken", "rowChanged"]));
});

test("notices a root that was changed, removed, or signed by somebody else", async () => {
  await audited.threeRoots();
  const [first, , last] = await rootsOf();
  const set = (sequence: number, values: Partial<AuditRoot>) =>
    audited.tamper((db) => db.updateTable("kit_audit_root").set(values).where("sequence", "=", sequence).execute());

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

  await audited.tamper((db) => db.deleteFrom("kit_audit_root").where("sequence", "=", 2).execute());
  expect((await audited.verify()).problems).toEqual([{ code: "rootMissing", row: "root/2" }]);
});

test("notices that the whole end is gone when it is told of a root kept outside", async () => {
  await audited.threeRoots();
  const { lastRoot } = await audited.verify();
  expect(await audited.verify(lastRoot)).toMatchObject({ ok: true });

  await audited.tamper((db) => db.deleteFrom("kit_audit_root").where("sequence", "=", 3).execute());
  await audited.tamper((db) => db.deleteFrom("kit_audit").where("sequence", ">", 6).execute());

  expect((await audited.verify(lastRoot)).problems).toEqual([{ code: "anchorMissing", row: "root/3" }]);
});
