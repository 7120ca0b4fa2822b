import type { OutboxRow } from "../write-lane/records.js";
import type { WriteLane } from "../write-lane/lane.js";
import type { OutboxState } from "./outbox-state.js";

export interface Settlement {
  readonly state: OutboxState;
  readonly runAt: string;
  readonly lastError: string | null;
}

/** Writes what an attempt came to and frees the row, unless another process holds it by now. */
export async function settleRow(lane: WriteLane, row: OutboxRow, settlement: Settlement): Promise<void> {
  await lane.run(({ db }) =>
    db
      .updateTable("kit_outbox")
      .set({ ...settlement, lockedUntil: null })
      .where("id", "=", row.id)
      .where("lockedUntil", "=", row.lockedUntil)
      .execute(),
  );
}
