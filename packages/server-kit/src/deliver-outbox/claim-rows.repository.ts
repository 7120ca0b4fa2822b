import type { KitDb } from "../kit-tables.js";
import type { DatabaseKind } from "../open-database/columns-to-sql.js";
import type { OutboxRow } from "../write-lane/records.js";
import type { WriteLane } from "../write-lane/lane.js";

export interface ClaimPlan {
  readonly kind: OutboxRow["kind"];
  /** This moment and the end of the claim, UTC text. */
  readonly now: string;
  readonly until: string;
  readonly most: number;
}

const dueRows = (db: KitDb, { kind, now, most }: ClaimPlan) =>
  db
    .selectFrom("kit_outbox as o")
    .selectAll("o")
    .where("o.kind", "=", kind)
    .where("o.state", "=", "waiting")
    .where("o.runAt", "<=", now)
    .where((eb) => eb.or([eb("o.lockedUntil", "is", null), eb("o.lockedUntil", "<=", now)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("kit_outbox as earlier")
            .select("earlier.id")
            .whereRef("earlier.aggregate", "=", "o.aggregate")
            .whereRef("earlier.id", "<", "o.id")
            .where("earlier.kind", "=", kind)
            .where("earlier.state", "=", "waiting"),
        ),
      ),
    )
    .orderBy("o.id")
    .limit(most);

/** Takes due rows for this process until a moment, the earliest of each aggregate only; an attempt is counted when it begins, so that a crash counts too. */
export function claimRows(lane: WriteLane, database: DatabaseKind, plan: ClaimPlan): Promise<readonly OutboxRow[]> {
  return lane.run(async ({ db }) => {
    const query = dueRows(db, plan);
    const rows = await (database === "postgres" ? query.forUpdate().skipLocked() : query).execute();
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    await db
      .updateTable("kit_outbox")
      .set((eb) => ({ lockedUntil: plan.until, attempts: eb("attempts", "+", 1) }))
      .where("id", "in", ids)
      .execute();
    return rows.map((row) => ({ ...row, attempts: row.attempts + 1, lockedUntil: plan.until }) as OutboxRow);
  });
}

/** Frees what a crashed process held; only where no other process can be writing. */
export async function releaseClaims(lane: WriteLane): Promise<void> {
  await lane.run(({ db }) =>
    db.updateTable("kit_outbox").set({ lockedUntil: null }).where("state", "=", "waiting").where("lockedUntil", "is not", null).execute(),
  );
}
