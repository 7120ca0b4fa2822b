import type { Table } from "@lianxin/plugin-kit";
import type { Kysely } from "kysely";
import type { Platform } from "../answer-requests/platform.js";
import type { FirstPerson } from "../sign-in/ground.js";
import { fenced } from "../guard-tables/plugin-handle.js";
import { removeOtherAccounts } from "../sign-in/remove-accounts.repository.js";
import { authorityOn } from "../start-app/open-sign-in.js";
import { planEmptying } from "./order-tables.js";

/** What waits on rows that are gone, and their people's keys, without which a copy of a value left somewhere cannot be read. */
const waiting = ["kit_outbox", "kit_event_seen", "kit_idempotency", "kit_task", "kit_person_key"] as const;

async function emptyTables(db: Kysely<any>, tables: readonly Table[]): Promise<void> {
  const { loosen, order } = planEmptying(tables);
  for (const { table, columns } of loosen)
    await db
      .updateTable(table)
      .set(Object.fromEntries(columns.map((key) => [key, null])))
      .execute();
  for (const name of order) await db.deleteFrom(name).execute();
}

/**
 * Back to the moment after the set-up, in one transaction: every row of every plugin goes, every account but the first person's, and what
 * waits to be sent. The audit, the access log and the keys' master stay, and the audit says what was done. O(rows).
 */
export function clearHouse(platform: Platform, first: FirstPerson, settings: readonly string[] = []): Promise<void> {
  return platform.lane.run(async (tx) => {
    for (const { plugin } of [...platform.parts].reverse())
      await emptyTables(fenced(tx.root, platform.fences.get(plugin.id)!, tx.hold), Object.values(plugin.tables as Record<string, Table>));
    for (const name of waiting) await tx.db.deleteFrom(name).execute();
    if (settings.length > 0) await tx.db.deleteFrom("kit_setting").where("id", "in", settings).execute();
    await removeOtherAccounts(tx, first.accountId);
    const person = await authorityOn(platform, tx).welcome(first);
    const deed = { account: first.accountId, person: String(person), action: "kit.houseCleared", target: "house", detail: {} };
    tx.records.audit.push({ at: platform.ports.clock.now(), ...deed });
  });
}
