import { Type } from "typebox";
import { errors } from "../errors.js";
import { standingOf } from "../keep-state/standing.js";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Note, Text, WithState } from "../shapes.js";

export const closeOutRoute = route("POST /commitments/:commitmentId/close-out", {
  summary: "Close verified work out (销号)",
  may: commitments.permissions.close,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ note: Note }),
  returns: WithState,
  handle: async ({ params, body, services }) => ({
    state: await services.commitments.close((await services.commitments.find(params.commitmentId))!, body.note),
  }),
});

export const reopenRoute = route("POST /commitments/:commitmentId/reopening", {
  summary: "Open work again until a new day, with the reason",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ reason: Note, dueOn: Day }),
  returns: WithState,
  async handle(ctx) {
    const row = (await ctx.services.commitments.find(ctx.params.commitmentId))!;
    const { mayCheck, mayClose } = await standingOf(ctx, row);
    if (!mayCheck && !mayClose) throw errors.verifierOnly();
    return { state: await ctx.services.commitments.reopen(row, ctx.body) };
  },
});

export const voidPartRoute = route("POST /commitments/:commitmentId/voiding", {
  summary: "Take a part out of the ledger because it is not to be done any more, with the reason",
  may: commitments.permissions.close,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ reason: Note }),
  returns: WithState,
  handle: async ({ params, body, services }) => ({
    state: await services.commitments.void((await services.commitments.find(params.commitmentId))!, body.reason),
  }),
});

export const handOverRoute = route("POST /commitments/:commitmentId/hand-over", {
  summary: "Hand a commitment to another lead, with the reason; supporters and verifier stay, the due day unless another is given",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ ownerOrganizationId: Id, ownerId: Id, reason: Note, dueOn: Type.Optional(Day) }),
  returns: Type.Object({ id: Text, state: Text }),
  handle: async ({ params, body, services }) => services.commitments.handOver((await services.commitments.find(params.commitmentId))!, body),
});
