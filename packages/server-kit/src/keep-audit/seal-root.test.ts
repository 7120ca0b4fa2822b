import { afterEach, beforeEach, expect, test } from "vitest";
import { appendAudit } from "./audit.repository.js";
import { AuditChains } from "./audit-chains.js";
import { aDraft, auditPorts } from "./test-audit.js";
import { openAuditedDatabase, type AuditedDatabase } from "./test-audited-database.js";

let audited: AuditedDatabase;
beforeEach(async () => void (audited = await openAuditedDatabase()));
afterEach(() => audited.close());

test("writes no root when nothing happened since the last one", async () => {
  await audited.write(1);

  expect(await audited.seal()).toMatchObject({ sequence: 1, previousRoot: "" });
  expect(await audited.seal()).toBeUndefined();
  expect(await audited.verify()).toMatchObject({ checkedRoots: 1 });
});

test("seals the chains of several processes in one root", async () => {
  await audited.write(2);
  const others = [new AuditChains(auditPorts(6)), new AuditChains(auditPorts(7))];
  for (const other of others) await audited.lane.run(({ db }) => appendAudit(db, [aDraft()], other));

  const root = await audited.seal();

  expect((JSON.parse(root!.chains) as { sequence: number }[]).map(({ sequence }) => sequence).sort()).toEqual([1, 1, 2]);
  expect(await audited.verify()).toMatchObject({ ok: true, checkedRows: 4, unsealedRows: 0 });
});

test("seals more chains than one statement names", async () => {
  await audited.lane.run(async ({ db }) => {
    for (let seed = 0; seed < 501; seed++) await appendAudit(db, [aDraft()], new AuditChains(auditPorts(1000 + seed)));
  });

  const root = await audited.seal();

  expect(JSON.parse(root!.chains)).toHaveLength(501);
  expect(await audited.verify()).toMatchObject({ ok: true, unsealedRows: 0 });
});

test("keeps one whole audit when requests write side by side and some fail", async () => {
  const attempts = Array.from({ length: 40 }, (_, i) =>
    audited.lane.run(async ({ records }) => {
      records.audit.push(aDraft({ target: `side-${i}` }));
      if (i % 5 === 0) throw new Error("refused");
    }),
  );
  await Promise.allSettled(attempts);
  await audited.seal();

  expect(await audited.verify()).toMatchObject({ ok: true, checkedRows: 32, unsealedRows: 0 });
});

test("reads on past a page of rows", async () => {
  for (const part of ["a", "b", "c"]) await audited.write(1500, part);
  await audited.seal();

  expect(await audited.verify()).toMatchObject({ ok: true, checkedRows: 4500, unsealedRows: 0 });
});
