import type { KitDb } from "../kit-tables.js";
import type { WriteLane } from "../write-lane/lane.js";

/** What could not be delivered, without its contents. */
export interface DeadRow {
  readonly id: string;
  readonly kind: string;
  readonly topic: string;
  readonly aggregate: string;
  readonly attempts: number;
  readonly lastError: string | null;
  /** UTC instant. */
  readonly createdAt: string;
}

/** The dead rows, newest first. */
export const listDead = (kit: KitDb, most = 200): Promise<readonly DeadRow[]> =>
  kit
    .selectFrom("kit_outbox")
    .select(["id", "kind", "topic", "aggregate", "attempts", "lastError", "createdAt"])
    .where("state", "=", "dead")
    .orderBy("id", "desc")
    .limit(most)
    .execute();

/** Sets a dead row back to be tried from the beginning, which the audit says; false when there is no dead row of this id. */
export async function retryDead(lane: WriteLane, id: string, now: string): Promise<boolean> {
  const rows = await lane.run(async ({ db, records }) => {
    const retried = await db
      .updateTable("kit_outbox")
      .set({ state: "waiting", attempts: 0, runAt: now, lastError: null })
      .where("id", "=", id)
      .where("state", "=", "dead")
      .returning("id")
      .execute();
    for (const { id: target } of retried) records.audit.push({ at: now, account: "house", person: null, action: "kit.deliveryRetried", target, detail: {} });
    return retried;
  });
  return rows.length > 0;
}
