import { leaveCare } from "../keep-people/change-elder.js";
import { moveElder } from "../keep-people/move-elder.js";
import { noteStandings } from "../note-standings/note-standings.js";
import type { ElderPairingContext } from "../plugin.js";
import { undoConsents, type KeptConsent, type SaidConsent } from "./undo-consents.js";
import type { KeptLeave, SaidLeave } from "./undo-leaves.js";

/** An elder or a cadre as they were before a sheet changed them. */
export interface Before {
  readonly row: Readonly<Record<string, unknown>>;
  readonly contacts?: readonly Readonly<Record<string, unknown>>[];
  readonly villages?: readonly string[];
  readonly leaves?: readonly KeptLeave[];
  readonly saidLeave?: SaidLeave;
  readonly consents?: readonly KeptConsent[];
  readonly saidConsents?: readonly SaidConsent[];
  readonly triggers?: readonly { readonly id: string; readonly levelBefore: string; readonly reasonBefore: string }[];
}

/** What a sheet changed of an elder besides the row itself: contacts, consents, to what a raised level goes back, where they live; whoever is gone again leaves care. */
export async function restoreElder(ctx: ElderPairingContext, id: string, { row, contacts = [], consents = [], saidConsents = [], triggers = [] }: Before) {
  const { db, newId } = ctx;
  await db.deleteFrom("elder_pairing_contact").where("elderId", "=", id).execute();
  for (const { phoneIndex: _, ...contact } of contacts)
    await db
      .insertInto("elder_pairing_contact")
      .values({ ...contact, id: newId() } as never)
      .execute();
  await undoConsents(ctx, id, consents, saidConsents);
  for (const { id: triggerId, levelBefore, reasonBefore } of triggers)
    await db.updateTable("elder_pairing_trigger").set({ levelBefore, reasonBefore }).where("id", "=", triggerId).where("endedOn", "is", null).execute();
  const { placePath, townPath, state, untilOn } = row as { placePath: string; townPath: string; state: string; untilOn: string | null };
  await moveElder(ctx, id, { placePath, townPath });
  if (state !== "active") {
    // They were never back: the days since they left are no gap between two stays.
    await db.deleteFrom("elder_pairing_absence").where("elderId", "=", id).where("fromOn", "=", untilOn!).execute();
    await leaveCare(ctx, id, state);
  }
  await noteStandings(ctx, [id]);
}
