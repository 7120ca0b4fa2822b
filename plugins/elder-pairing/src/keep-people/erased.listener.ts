import { directory } from "@lianxin/directory";
import { everywhere } from "@lianxin/plugin-kit";
import { watchDay } from "../cover-elders/watch-day.js";
import { on } from "../services.js";
import { eraseElder } from "./change-elder.js";

/** Whoever was erased from the directory is erased here as well, as an elder and as a cadre. */
export const erasedListener = on(directory.events.personErased, async ({ personId }, ctx) => {
  const { db, erase, text, clock } = ctx;
  const why = "an erased person is looked for everywhere";
  const elders = await everywhere(db, "elder_pairing_elder", why).selectAll().where("personId", "=", personId).where("state", "!=", "erased").execute();
  for (const elder of elders) await eraseElder(ctx, elder, null);
  const cadres = await everywhere(db, "elder_pairing_cadre", why).select("id").where("personId", "=", personId).execute();
  for (const { id } of cadres) {
    await erase(id);
    const gone = { name: text("elder-pairing.erased", {}, "zh-CN"), state: "transferred", untilOn: clock.today(), personId: null };
    await db.updateTable("elder_pairing_cadre").set(gone).where("id", "=", id).execute();
  }
  if (elders.length + cadres.length > 0) await watchDay(ctx, "erased");
});
