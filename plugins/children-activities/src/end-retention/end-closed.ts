import { everywhere } from "@lianxin/plugin-kit";
import { eraseChild, isPresent } from "../keep-children/erase-child.js";
import type { ActivitiesContext } from "../plugin.js";
import { closedKeptUntil } from "./retention.js";

/** The children of homes that closed so long ago that nobody will hand them over any more are erased. Gives how many. O(closed homes + such children). */
export async function endClosed(ctx: ActivitiesContext): Promise<number> {
  const why = "what may not be kept any more is ended everywhere";
  const homes = await everywhere(ctx.db, "children_activities_home", why).select(["id", "closedOn"]).where("closedOn", "is not", null).execute();
  const over = homes.filter(({ closedOn }) => closedKeptUntil(closedOn!) < ctx.clock.today()).map(({ id }) => id);
  const rows = await everywhere(ctx.db, "children_activities_child", why)
    .select("id")
    .where("homeId", "in", ["none", ...over])
    .where("deletedAt", "is", null)
    .limit(500)
    .execute();
  let ended = 0;
  for (const { id } of rows) {
    if (await isPresent(ctx, id)) continue;
    await eraseChild(ctx, id);
    ended++;
  }
  return ended;
}
