import { everywhere } from "@lianxin/plugin-kit";
import { renewBands } from "../keep-children/correct-child.js";
import { job } from "../services.js";

/** Children grow: their band is worked out anew on the first of each month. */
export const renewBandsJob = job("renew-bands", {
  every: "10 0 1 * *",
  async run(ctx) {
    const children = await everywhere(ctx.db, "children_activities_child", "a job looks at every child's month of birth")
      .select(["id", "bornIn", "ageBand"])
      .where("deletedAt", "is", null)
      .execute();
    const changed = await renewBands(ctx, children);
    ctx.audit("bands.renew", "all", { changed });
  },
});
