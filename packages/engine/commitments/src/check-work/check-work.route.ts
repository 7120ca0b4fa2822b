import { Type } from "typebox";
import { errors } from "../errors.js";
import { isChecker } from "../keep-state/choose-verbs.js";
import { standingOf } from "../keep-state/standing.js";
import { route } from "../services.js";
import { Note, oneOf, WithState } from "../shapes.js";
import { ways } from "./ways.js";

export const checkWorkRoute = route("POST /commitments/:commitmentId/checks", {
  summary: "Check reported work: passed, or what is still missing; never by its owner, nor by whoever entered the report",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ isPassed: Type.Boolean(), ways: Type.Array(oneOf(ways), { maxItems: ways.length }), note: Note }),
  returns: WithState,
  async handle(ctx) {
    const row = (await ctx.services.commitments.find(ctx.params.commitmentId))!;
    const standing = await standingOf(ctx, row, await ctx.services.commitments.reporterOf(row.id));
    if (standing.isOwner) throw errors.ownCheck();
    if (standing.isReporter) throw errors.ownReport();
    if (!isChecker(standing)) throw errors.verifierOnly();
    return { state: await ctx.services.commitments.check(row, ctx.body) };
  },
});
