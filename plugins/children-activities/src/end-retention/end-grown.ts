import { everywhere } from "@lianxin/plugin-kit";
import { grown } from "../judge-safety/age-bands.js";
import { eraseChild, isPresent } from "../keep-children/erase-child.js";
import { liveSessionsOfChild } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";

/** Who turned sixteen is erased as soon as they are enrolled nowhere: what they were enrolled for before, they may finish. Gives how many. O(such children). */
export async function endGrown(ctx: ActivitiesContext): Promise<number> {
  const rows = await everywhere(ctx.db, "children_activities_child", "what may not be kept any more is ended everywhere")
    .select("id")
    .where("ageBand", "=", grown)
    .where("deletedAt", "is", null)
    .execute();
  let ended = 0;
  for (const { id } of rows) {
    if ((await isPresent(ctx, id)) || (await liveSessionsOfChild(ctx.db, id)).some(({ heldOn }) => heldOn >= ctx.clock.today())) continue;
    await eraseChild(ctx, id);
    ended++;
  }
  return ended;
}
