import type { ElderPairingContext } from "../plugin.js";

interface Home {
  readonly placePath: string;
  readonly townPath: string;
}

/** What is still open of an elder who moved to another village is where they live now: whoever answers there sees it. What is over stays where it was. */
export async function moveElder({ db }: Pick<ElderPairingContext, "db">, elderId: string, { placePath, townPath }: Home): Promise<void> {
  await db.updateTable("elder_pairing_pair").set({ placePath, townPath }).where("elderId", "=", elderId).where("untilOn", "is", null).execute();
  await db.updateTable("elder_pairing_due").set({ placePath }).where("elderId", "=", elderId).where("state", "=", "due").execute();
  await db.updateTable("elder_pairing_need").set({ placePath }).where("elderId", "=", elderId).where("closedOn", "is", null).execute();
  await db.updateTable("elder_pairing_ladder").set({ placePath }).where("elderId", "=", elderId).where("state", "=", "open").execute();
  await db.updateTable("elder_pairing_handover").set({ placePath }).where("elderId", "=", elderId).where("doneOn", "is", null).execute();
  await db.updateTable("elder_pairing_trigger").set({ placePath }).where("elderId", "=", elderId).where("endedOn", "is", null).execute();
}
