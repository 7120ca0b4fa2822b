import { Type } from "typebox";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Line, Text, Words } from "../shapes.js";

export const splitMatterRoute = route("POST /matters/:matterId/parts", {
  summary: "Split a matter into several, each with its own number, state and owner",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({
    parts: Type.Array(Type.Object({ title: Line, detail: Type.Optional(Words), wish: Type.Optional(Words) }), { maxItems: 10 }),
    reason: Type.Optional(Words),
  }),
  returns: Type.Object({ parts: Type.Array(Type.Object({ id: Text, number: Text })) }),
  handle: async ({ params, body, services }) => ({ parts: await services.matters.split((await services.matters.find(params.matterId))!, body) }),
});

export const unsplitRoute = route("DELETE /matters/:matterId/parts", {
  summary: "Take a split back while nobody dealt with a part; the matter is to be screened again as one",
  may: matters.permissions.screen,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  returns: Type.Object({ state: Text }),
  async handle({ params, services }) {
    const { state } = await services.matters.unsplit((await services.matters.find(params.matterId))!);
    return { state };
  },
});
