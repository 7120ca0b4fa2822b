import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Text } from "../shapes.js";

export const listPlacesRoute = route("GET /places", {
  summary: "The places whose meetings one may see, in the order people read them, each with how deep it lies",
  may: meetings.permissions.see,
  at: "list",
  returns: Type.Object({ places: Type.Array(Type.Object({ id: Text, name: Text, kind: Text, depth: Count })) }),
  handle: async ({ scope, use }) => ({ places: (await use.directory.placesIn(scope)).map(({ id, name, kind, depth }) => ({ id, name, kind, depth })) }),
});
