import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";

export const findMeetingsRoute = route("GET /found", {
  summary: "Announced meetings by words or pinyin initials of their titles, for the find box",
  may: meetings.permissions.see,
  at: "list",
  query: Type.Object({ words: Type.String({ minLength: 1, maxLength: 50 }) }),
  returns: Type.Object({ meetings: Type.Array(Type.Object({ id: Text, title: Text, startsAt: orNull(Text) })) }),
  handle: async ({ query, scope, services }) => ({ meetings: await services.found.byWords(scope, query.words) }),
});
