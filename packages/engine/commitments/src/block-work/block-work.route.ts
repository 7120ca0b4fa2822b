import { Type } from "typebox";
import { errors } from "../errors.js";
import { actsForOwner } from "../keep-state/choose-verbs.js";
import { standingOf } from "../keep-state/standing.js";
import { route, type RouteParts } from "../services.js";
import { Day, Id, oneOf, Words } from "../shapes.js";
import { blockKinds } from "./block-kinds.js";

/** Who reports for the owner says that it is blocked; so may who assigns. Throws ownerOnly. */
async function getRow(ctx: RouteParts) {
  const row = (await ctx.services.commitments.take(ctx.params.commitmentId))!;
  const standing = await standingOf(ctx, row);
  if (!actsForOwner(standing) && !standing.mayAssign) throw errors.ownerOnly();
  return row;
}

export const blockWorkRoute = route("POST /commitments/:commitmentId/blocks", {
  summary: "Say that the owner cannot go on, why, and when somebody looks again; kept apart from lateness",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ kind: oneOf(blockKinds), reason: Words, reviewOn: Day, waitsForId: Type.Optional(Id) }),
  returns: Type.Object({}),
  async handle(ctx) {
    const { waitsForId } = ctx.body;
    const other = waitsForId ? await ctx.services.parts.placeOf(waitsForId) : undefined;
    if (other && !(await ctx.may("commitments.see", other))) throw errors.partUnknown({}, "body.waitsForId");
    await ctx.services.commitments.block(await getRow(ctx), ctx.body);
    return {};
  },
});

export const liftBlockRoute = route("POST /commitments/:commitmentId/blocks/lifting", {
  summary: "The owner can go on",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  returns: Type.Object({}),
  async handle(ctx) {
    await ctx.services.commitments.lift(await getRow(ctx));
    return {};
  },
});
