import { Type } from "typebox";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Text, Words } from "../shapes.js";

export const answerMatterRoute = route("POST /matters/:matterId/answer", {
  summary: "Settle a matter with a written answer to whoever raised it; while work for it is open, with the reason not to wait for it",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({ words: Type.Optional(Words), despite: Type.Optional(Words) }),
  returns: Type.Object({ state: Text }),
  async handle({ params, body, services }) {
    const { state } = await services.matters.answer((await services.matters.find(params.matterId))!, { words: body.words, despite: body.despite });
    return { state };
  },
});

export const reopenMatterRoute = route("POST /matters/:matterId/reopening", {
  summary: "Take a settled or returned matter up again, with the reason",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({ reason: Type.Optional(Words) }),
  returns: Type.Object({ state: Text }),
  async handle({ params, body, services }) {
    const { state } = await services.matters.reopen((await services.matters.find(params.matterId))!, body.reason);
    return { state };
  },
});
