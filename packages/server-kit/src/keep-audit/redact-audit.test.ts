import { afterEach, beforeEach, expect, test } from "vitest";
import { redactAudit } from "./redact-audit.js";
import { openAuditedDatabase, type AuditedDatabase } from "./test-audited-database.js";

let audited: AuditedDatabase;
beforeEach(async () => void (audited = await openAuditedDatabase()));
afterEach(() => audited.close());

test("keeps the chains whole when details are redacted, and says who did it", async () => {
  const rows = await audited.threeRoots();
  const by = { account: "a-9", person: null, at: "2026-09-10T00:00:00.000Z" };

  const redacted = await audited.lane.run((handle) => redactAudit(handle, { ids: [rows[2]!.id, "none"], reason: "本人要求删除", by }));
  await audited.seal();

  expect(redacted).toEqual([rows[2]!.id]);
  expect((await audited.rows())[2]).toMatchObject({ detail: '{"redacted":true}', detailSalt: "", hash: rows[2]!.hash });
  expect((await audited.rows()).at(-1)).toMatchObject({ action: "kit.redactAudit", target: rows[2]!.id, detail: '{"reason":"本人要求删除"}' });
  expect(await audited.verify()).toMatchObject({ ok: true, checkedRows: 10 });
});

test("notices a detail that was blanked without a redaction on record", async () => {
  const rows = await audited.threeRoots();

  await audited.tamper((db) => db.updateTable("kit_audit").set({ detail: '{"redacted":true}', detailSalt: "" }).where("id", "=", rows[2]!.id).execute());

  expect((await audited.verify()).problems).toEqual([{ code: "detailChanged", row: rows[2]!.id }]);
});
