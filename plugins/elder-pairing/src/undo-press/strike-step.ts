import { errors } from "../errors.js";
import { pressesOf, type LadderRow } from "../find-nobody/find-nobody.js";
import { pressesTold, tellSearch } from "../find-nobody/tell-leads.js";
import { findElder } from "../keep-people/people.repository.js";
import type { ElderPairingContext } from "../plugin.js";

/**
 * A step of an open search that was pressed by mistake is struck: it stays to be read and counts for nothing, the others stand, and it can be taken anew.
 * Where what it told was the last word of the search, that is taken back as well; what a later step told still holds. Throws ladderOver, stepUnknown (also of one that is struck already).
 */
export async function strikeStep(ctx: ElderPairingContext, row: LadderRow, stepId: string): Promise<void> {
  const { db, clock, audit } = ctx;
  if (row.state !== "open") throw errors.ladderOver();
  const told = pressesTold(await pressesOf(db, row.id)).filter(({ struckAt }) => struckAt === null);
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
  if (told.at(-1)?.id === stepId) await tellSearch(ctx, (await findElder(db, row.elderId))!, row.id, "again");
}
