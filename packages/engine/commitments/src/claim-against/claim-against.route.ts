import { Type } from "typebox";
import { errors } from "../errors.js";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Note, Text } from "../shapes.js";

export const claimAgainstRoute = route("POST /parts/:partId/counter-claims", {
  summary: "Another party wants to lead what has a lead; in one's own name, or entered by who assigns",
  may: commitments.permissions.claim,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({ ownerOrganizationId: Id, ownerId: Id, dueOn: Day, conditions: Note, words: Note }),
  returns: Type.Object({ id: Text }),
  async handle({ params, body, services, actor, may }) {
    const part = (await services.parts.take(params.partId))!;
    if (body.ownerId !== actor.personId && !(await may("commitments.assign", { path: part.placePath }))) throw errors.claimForOther({}, "body.ownerId");
    const claim = { ...body, conditions: body.conditions ?? null, words: body.words ?? "" };
    return { id: await services.parts.claimAgainst(part, await services.parts.holderOf(part.id), claim) };
  },
});

export const withdrawCounterClaimRoute = route("POST /parts/:partId/counter-claims/:counterClaimId/withdrawal", {
  summary: "Who wanted to lead does not any more; by themself, or by who entered it for them",
  may: "signed-in",
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  returns: Type.Object({ state: Text }),
  handle: async ({ params, services }) => ({
    state: await services.parts.withdrawCounterClaim((await services.parts.take(params.partId))!, params.counterClaimId),
  }),
});

export const decideCounterClaimRoute = route("POST /parts/:partId/counter-claims/:counterClaimId/decision", {
  summary: "Decide between the lead and who wants to be it; by neither of them, nor by who entered the claim",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({ isAccepted: Type.Boolean(), note: Note }),
  returns: Type.Object({ state: Text }),
  async handle({ params, body, services }) {
    const part = (await services.parts.take(params.partId))!;
    return { state: await services.parts.decideCounterClaim(part, await services.parts.holderOf(part.id), params.counterClaimId, body) };
  },
});
