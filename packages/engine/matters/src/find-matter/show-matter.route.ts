import { errors } from "../errors.js";
import { route } from "../services.js";
import { MatterShape } from "./matter-shape.js";
import { readRights } from "./reader-rights.js";
import { showMatter } from "./show-matter.js";

export const showMatterRoute = route("GET /matters/:matterId", {
  summary: "One matter with its timeline; for who may see matters there, for who raised it, and without its reporter for the units it was sent to",
  may: "signed-in",
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: MatterShape,
  async handle(ctx) {
    const row = (await ctx.services.matters.find(ctx.params.matterId))!;
    const rights = await readRights(ctx, row);
    if (!rights.isOwn && !rights.maySee && !rights.isUnit) throw errors.matterUnknown();
    return showMatter(ctx, row, rights);
  },
});
