import { directory } from "@lianxin/directory";
import { everywhere } from "@lianxin/plugin-kit";
import { on } from "../services.js";

/** Whoever was erased from the directory is erased here as well; places, minutes and numbers stay without a name, so that what is counted still counts. */
export const erasedListener = on(directory.events.personErased, async ({ personId }, { db, erase }) => {
  const people = await everywhere(db, "volunteer_days_volunteer", "an erased person is looked for everywhere")
    .select("id")
    .where("personId", "=", personId)
    .execute();
  for (const { id } of people) {
    await erase(id);
    // Nobody is asked again, and no rota looks at them.
    const gone = { personId: null, joinedRotaAt: null, takenOffAt: null, isReserve: false, mayLead: false, knownSiteIds: [], skills: null };
    await db.updateTable("volunteer_days_volunteer").set(gone).where("id", "=", id).execute();
  }
});
