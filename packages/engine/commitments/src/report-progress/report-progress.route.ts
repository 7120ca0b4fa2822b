import { Type } from "typebox";
import { errors } from "../errors.js";
import { actsForOwner } from "../keep-state/choose-verbs.js";
import { getReason } from "../keep-state/move-commitment.js";
import { standingOf } from "../keep-state/standing.js";
import { route, type RouteParts } from "../services.js";
import { Note, oneOf, Words, WithState } from "../shapes.js";
import { evidenceKinds } from "./evidence-kinds.js";

/** The commitment, when the one asking is its owner or enters acts of owners there; throws ownerOnly. */
async function getOwned(ctx: RouteParts) {
  const row = (await ctx.services.commitments.take(ctx.params.commitmentId))!;
  if (!actsForOwner(await standingOf(ctx, row))) throw errors.ownerOnly();
  return row;
}

export const confirmRoute = route("POST /commitments/:commitmentId/confirmation", {
  summary: "Confirm a claim, or accept an assignment",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  returns: WithState,
  handle: async (ctx) => ({ state: await ctx.services.commitments.move(await getOwned(ctx), "confirm") }),
});

export const declineRoute = route("POST /commitments/:commitmentId/refusal", {
  summary: "Return an offer or an assignment, with a reason; the part is free again",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ reason: Note }),
  returns: WithState,
  handle: async (ctx) => ({ state: await ctx.services.commitments.move(await getOwned(ctx), "decline", { note: getReason(ctx.body.reason) }) }),
});

export const withdrawRoute = route("POST /commitments/:commitmentId/withdrawal", {
  summary: "Take a claim back, with the reason; the part is a gap again. What was assigned is handed over, or dropped on request",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ reason: Note }),
  returns: WithState,
  async handle(ctx) {
    const row = await getOwned(ctx);
    if (row.origin !== "claimed") throw errors.claimOnly();
    return { state: await ctx.services.commitments.move(row, "withdraw", { note: getReason(ctx.body.reason) }) };
  },
});

export const reportProgressRoute = route("POST /commitments/:commitmentId/progress", {
  summary: "Say how far it is",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ words: Words }),
  returns: WithState,
  handle: async (ctx) => ({ state: await ctx.services.commitments.move(await getOwned(ctx), "progress", { note: ctx.body.words.trim() }) }),
});

export const submitRoute = route("POST /commitments/:commitmentId/completion", {
  summary: "Report the work as done, with evidence in words and where the paper is",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({
    words: Words,
    paper: Type.Optional(Type.String({ maxLength: 200 })),
    kinds: Type.Optional(Type.Array(oneOf(evidenceKinds), { maxItems: evidenceKinds.length })),
  }),
  returns: WithState,
  handle: async (ctx) => ({ state: await ctx.services.commitments.submit(await getOwned(ctx), ctx.body) }),
});
