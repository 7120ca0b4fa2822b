import { errors } from "../errors.js";
import type { LadderRow } from "../find-nobody/find-nobody.js";
import type { ElderPairingContext } from "../plugin.js";

/**
 * A step of an open search that was pressed by mistake is struck: it stays to be read and counts for nothing, the others stand, and it can be taken anew.
 * Throws ladderOver, stepUnknown (also of one that is struck already).
 */
export async function strikeStep({ db, clock, audit }: ElderPairingContext, row: LadderRow, stepId: string): Promise<void> {
  if (row.state !== "open") throw errors.ladderOver();
  const struck = await db
    .updateTable("elder_pairing_ladder_step")
    .set({ struckAt: clock.now() })
    .where("id", "=", stepId)
    .where("ladderId", "=", row.id)
    .where("struckAt", "is", null)
    .returning("step")
    .executeTakeFirst();
  if (!struck) throw errors.stepUnknown({}, "params.stepId");
  audit("ladder.strike", row.id, { step: struck.step });
}
