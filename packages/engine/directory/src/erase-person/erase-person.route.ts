import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Nothing } from "../shapes.js";

export const erasePersonRoute = route("POST /people/:personId/erasure", {
  summary: "Erase a person for good; the name is typed to confirm it",
  may: directory.permissions.erase,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.people.erase(params.personId, body.name);
    return {};
  },
});
