import type { ElderPairingContext } from "../plugin.js";

/** Nobody is looked for any longer who died, moved away or was erased: what is open ends with that reason, and nothing follows from it. */
export async function endSearches({ db, clock, audit }: Pick<ElderPairingContext, "db" | "clock" | "audit">, elderId: string, reason: string): Promise<void> {
  const ended = await db
    .updateTable("elder_pairing_ladder")
    .set({ state: reason, closedAt: clock.now() })
    .where("elderId", "=", elderId)
    .where("state", "=", "open")
    .returning("id")
    .execute();
  for (const { id } of ended) audit("ladder.close", id, { state: reason });
}
