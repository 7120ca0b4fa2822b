import { Type } from "typebox";
import { errors } from "../errors.js";
import { actsForOwner } from "../keep-state/choose-verbs.js";
import { standingOf } from "../keep-state/standing.js";
import { route } from "../services.js";
import { Day, Note, oneOf, Text } from "../shapes.js";
import { leaves } from "./ask-leave.js";

export const askLeaveRoute = route("POST /parts/:partId/requests", {
  summary: "Ask for more time, for leave to drop the work, or to give an accepted assignment back, with the reason; decided by somebody else",
  may: "signed-in",
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({ kind: oneOf(leaves), reason: Note, dueOn: Type.Optional(Day) }),
  returns: Type.Object({ id: Text }),
  async handle(ctx) {
    const part = (await ctx.services.parts.take(ctx.params.partId))!;
    const holder = await ctx.services.parts.holderOf(part.id);
    const mayAssign = await ctx.may("commitments.assign", { path: part.placePath });
    const isOwners = holder !== undefined && actsForOwner(await standingOf(ctx, holder));
    if (!isOwners && !(mayAssign && ctx.body.kind === "void")) throw errors.ownerOnly();
    return { id: await ctx.services.parts.askLeave(part, holder, ctx.body) };
  },
});

export const decideLeaveRoute = route("POST /parts/:partId/requests/:requestId/decision", {
  summary: "Grant or refuse a request: more time and giving back by who assigns, leave to drop by who closes; never by who asked, nor by the owner",
  may: "signed-in",
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({ isApproved: Type.Boolean(), note: Note }),
  returns: Type.Object({ state: Text }),
  async handle({ params, body, services, may }) {
    const part = (await services.parts.take(params.partId))!;
    const request = (await services.parts.requestsOf(part.id)).find(({ id }) => id === params.requestId);
    if (!request) throw errors.requestUnknown();
    const needed = request.kind === "void" ? "commitments.close" : "commitments.assign";
    if (!(await may(needed, { path: part.placePath }))) throw errors.deciderOnly();
    return { state: await services.parts.decideLeave(request.id, body) };
  },
});

export const withdrawLeaveRoute = route("POST /parts/:partId/requests/:requestId/withdrawal", {
  summary: "Who asked for more time, for leave to drop the work or to give it back does not want it any more",
  may: "signed-in",
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  returns: Type.Object({ state: Text }),
  async handle({ params, services }) {
    await services.parts.take(params.partId);
    const request = (await services.parts.requestsOf(params.partId)).find(({ id }) => id === params.requestId);
    if (!request) throw errors.requestUnknown();
    return { state: await services.parts.withdrawLeave(request.id) };
  },
});
