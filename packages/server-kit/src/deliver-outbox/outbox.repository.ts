import { insertRows } from "@lianxin/plugin-kit";
import type { KitDb } from "../kit-tables.js";
import type { OutboxRow } from "../write-lane/records.js";

/** Puts a batch in with one statement; a message that is there already under its key stays as it is. */
export async function insertOutbox(db: KitDb, rows: readonly OutboxRow[]): Promise<void> {
  await insertRows(db, "kit_outbox", rows, { skips: true });
}
