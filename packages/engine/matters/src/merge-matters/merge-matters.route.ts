import { Type } from "typebox";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Id, Text, Words } from "../shapes.js";

export const mergeMattersRoute = route("POST /matters/:matterId/merge", {
  summary: "Make a matter part of another one of its community, with the reason",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({ intoId: Id, reason: Words }),
  returns: Type.Object({ state: Text }),
  async handle({ params, body, services }) {
    const { state } = await services.matters.merge((await services.matters.find(params.matterId))!, body.intoId, body.reason);
    return { state };
  },
});

export const unmergeRoute = route("DELETE /matters/:matterId/merge", {
  summary: "Take a merge back; the matter is to be screened again",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: Type.Object({ state: Text }),
  async handle({ params, services }) {
    const { state } = await services.matters.unmerge((await services.matters.find(params.matterId))!);
    return { state };
  },
});
