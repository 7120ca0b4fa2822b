import { Type } from "typebox";
import { errors } from "../errors.js";
import { maySetDay } from "../keep-state/choose-verbs.js";
import { standingOf } from "../keep-state/standing.js";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Day, Note, WithState } from "../shapes.js";

export const closeOutRoute = route("POST /commitments/:commitmentId/close-out", {
  summary: "Close verified work out (销号)",
  may: commitments.permissions.close,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ note: Note }),
  returns: WithState,
  handle: async ({ params, body, services }) => ({
    state: await services.commitments.close((await services.commitments.take(params.commitmentId))!, body.note),
  }),
});

export const reopenRoute = route("POST /commitments/:commitmentId/reopening", {
  summary: "Open work again until a new day, with the reason",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ reason: Note, dueOn: Day }),
  returns: WithState,
  async handle(ctx) {
    const row = (await ctx.services.commitments.take(ctx.params.commitmentId))!;
    const { mayCheck, mayClose } = await standingOf(ctx, row);
    if (!mayCheck && !mayClose) throw errors.verifierOnly();
    return { state: await ctx.services.commitments.reopen(row, ctx.body) };
  },
});

export const setDayRoute = route("POST /commitments/:commitmentId/due-day", {
  summary: "Say until when work that was opened again is to be done; the owner is told",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ dueOn: Day }),
  returns: WithState,
  async handle(ctx) {
    const row = (await ctx.services.commitments.take(ctx.params.commitmentId))!;
    if (!maySetDay(await standingOf(ctx, row))) throw errors.verifierOnly();
    return { state: await ctx.services.commitments.setDay(row, ctx.body.dueOn) };
  },
});
