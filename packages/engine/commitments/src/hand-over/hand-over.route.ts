import { Type } from "typebox";
import { errors } from "../errors.js";
import { route, type RouteParts } from "../services.js";
import { actsForOwner } from "../keep-state/choose-verbs.js";
import { standingOf } from "../keep-state/standing.js";
import { Day, Id, Note, oneOf, Text } from "../shapes.js";
import type { Side } from "./hand-over.js";

export const proposeHandOverRoute = route("POST /commitments/:commitmentId/hand-overs", {
  summary: "Propose another lead, with the reason; it passes when both have signed",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ ownerOrganizationId: Id, ownerId: Id, reason: Note, dueOn: Type.Optional(Day) }),
  returns: Type.Object({ id: Text }),
  async handle(ctx) {
    const row = (await ctx.services.commitments.take(ctx.params.commitmentId))!;
    const { isOwner, mayAssign } = await standingOf(ctx, row);
    if (!isOwner && !mayAssign) throw errors.ownerOnly();
    return { id: await ctx.services.commitments.proposeHandOver(row, ctx.body) };
  },
});

type Ctx = RouteParts & { readonly params: { readonly handOverId: string } };

/** May the one asking sign for that side: that very person, or who enters acts of owners (from paper). Throws handOverUnknown, ownerOnly. */
async function getSigner(ctx: Ctx, side: Side): Promise<{ readonly isSelf: boolean }> {
  const row = (await ctx.services.commitments.take(ctx.params.commitmentId))!;
  const hand = await ctx.services.commitments.findHandOver(ctx.params.handOverId);
  if (!hand || hand.commitmentId !== row.id) throw errors.handOverUnknown();
  const ownerId = side === "giver" ? row.ownerId : hand.toPersonId;
  const standing = await standingOf(ctx, { ...row, ownerId });
  if (!actsForOwner(standing)) throw errors.ownerOnly();
  return { isSelf: standing.isOwner };
}

export const signHandOverRoute = route("POST /commitments/:commitmentId/hand-overs/:handOverId/signatures", {
  summary: "Sign a hand-over as who gives or who takes; or enter the signature that stands on paper",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ side: oneOf(["giver", "taker"] as const) }),
  returns: Type.Object({ state: Text }),
  async handle(ctx) {
    const { isSelf } = await getSigner(ctx, ctx.body.side);
    return { state: await ctx.services.commitments.signHandOver(ctx.params.handOverId, ctx.body.side, isSelf ? null : "paper") };
  },
});

export const refuseHandOverRoute = route("POST /commitments/:commitmentId/hand-overs/:handOverId/refusal", {
  summary: "Say no to a hand-over, as either side, with the reason",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ side: oneOf(["giver", "taker"] as const), reason: Note }),
  returns: Type.Object({ state: Text }),
  async handle(ctx) {
    await getSigner(ctx, ctx.body.side);
    return { state: await ctx.services.commitments.refuseHandOver(ctx.params.handOverId, ctx.body.reason) };
  },
});
