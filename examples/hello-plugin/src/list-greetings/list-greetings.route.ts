import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { hello } from "../plugin.js";
import { route } from "../services.js";

const shown = Type.Object({
  id: Type.String(),
  words: Type.String(),
  phone: Type.Union([contact(Type.String()), Type.Null()]),
  isLoud: Type.Boolean(),
  smiles: Type.Integer(),
  greetedAt: Type.String(),
});

export const listGreetings = route("GET /greetings", {
  summary: "The latest greetings at the places one may see",
  may: hello.permissions.see,
  at: "list",
  returns: Type.Object({ greetings: Type.Array(shown) }),
  async handle({ services, scope }) {
    const rows = await services.greetings.listIn(scope);
    return { greetings: rows.map(({ id, words, phone, isLoud, mood, greetedAt }) => ({ id, words, phone, isLoud, smiles: mood.smiles, greetedAt })) };
  },
});
