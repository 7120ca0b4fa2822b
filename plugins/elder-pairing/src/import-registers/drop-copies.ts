import { everywhere } from "@lianxin/plugin-kit";
import { Temporal } from "temporal-polyfill";
import type { ElderPairingContext } from "../plugin.js";

/** An import is taken back within so many hours. */
export const undoHours = 24;

/** Copies kept to undo imports go once no import can be undone by them. */
export async function dropCopies({ db, clock }: ElderPairingContext): Promise<void> {
  const since = Temporal.Instant.from(clock.now()).subtract({ hours: undoHours }).toString({ smallestUnit: "millisecond" });
  const old = await everywhere(db, "elder_pairing_import", "copies of all imports that are too old").select("id").where("importedAt", "<", since).execute();
  await db
    .updateTable("elder_pairing_import_row")
    .set({ before: null })
    .where("before", "is not", null)
    .where("importId", "in", ["", ...old.map(({ id }) => id)])
    .execute();
}
