import { directory } from "@lianxin/directory";
import { everywhere } from "@lianxin/plugin-kit";
import { watchDay } from "../cover-elders/watch-day.js";
import { on } from "../services.js";
import { eraseCadre, eraseElder } from "./erase-people.js";

const why = "an erased person is looked for everywhere";

/** Whoever was erased from the directory is erased here as well, as an elder and as a cadre. */
export const erasedListener = on(directory.events.personErased, async ({ personId }, ctx) => {
  const elders = await everywhere(ctx.db, "elder_pairing_elder", why).selectAll().where("personId", "=", personId).execute();
  for (const elder of elders) await eraseElder(ctx, elder, null);
  const cadres = await everywhere(ctx.db, "elder_pairing_cadre", why).selectAll().where("personId", "=", personId).execute();
  for (const cadre of cadres) await eraseCadre(ctx, cadre, null);
  if (elders.length + cadres.length > 0) await watchDay(ctx, "erased");
});
