import type { ElderPairingContext } from "../plugin.js";

/** Who left and is here again: the days between stay days on which they were not, so that the past reads as it was. On the day they left nothing is kept. */
export async function comeBack(
  { db, newId, clock }: ElderPairingContext,
  { id, untilOn }: { readonly id: string; readonly untilOn: string | null },
): Promise<void> {
  const today = clock.today();
  if (untilOn === null || untilOn >= today) return;
  await db.insertInto("elder_pairing_absence").values({ id: newId(), elderId: id, fromOn: untilOn, untilOn: today }).execute();
}
