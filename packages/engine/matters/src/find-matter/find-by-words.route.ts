import { Type } from "typebox";
import { matters } from "../plugin.js";
import { route } from "../services.js";

const Text = Type.String();

export const findMattersRoute = route("GET /found", {
  summary: "Matters by words or pinyin initials of their titles, for the find box",
  may: matters.permissions.see,
  at: "list",
  query: Type.Object({ words: Type.String({ minLength: 1, maxLength: 50 }) }),
  returns: Type.Object({ matters: Type.Array(Type.Object({ id: Text, number: Text, title: Text, state: Text })) }),
  handle: async ({ query, scope, services }) => ({ matters: await services.matters.findByWords(scope, query.words) }),
});
