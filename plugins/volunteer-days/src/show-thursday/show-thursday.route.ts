import { Type } from "typebox";
import { route } from "../services.js";
import { Id, orNull, Text } from "../shapes.js";

const Int = Type.Integer();

export const showThursdayRoute = route("GET /public/thursday", {
  summary: "The next volunteer day, of all or of the series or day a link names: what, when, where, how many are still missing; for anyone, names nobody",
  may: "anyone",
  at: "none",
  query: Type.Object({ of: Type.Optional(Id) }),
  returns: Type.Object({
    community: Text,
    phone: orNull(Text),
    takesPhotos: Type.Boolean(),
    sendsTexts: Type.Boolean(),
    notices: Type.Array(Type.Object({ heldOn: Text, state: Text, holiday: orNull(Text), reason: orNull(Text), words: orNull(Text) })),
    day: orNull(
      Type.Object({
        ...{
          id: Text,
          title: Text,
          heldOn: Text,
          startsAt: Text,
          endsAt: Text,
          meetingPoint: Text,
          tools: orNull(Text),
          hazards: orNull(Text),
          isInsured: Type.Boolean(),
        },
        ...{ words: orNull(Text), work: Text, taken: Int, most: Int, line: orNull(Int) },
        sites: Type.Array(Type.Object({ id: Text, name: Text, work: Text, missing: Int, line: orNull(Int) })),
      }),
    ),
    free: Type.Array(Type.Object({ id: Text, startsAt: Text, endsAt: Text, missing: Int })),
    others: Type.Array(Type.Object({ id: Text, title: Text, startsAt: Text, endsAt: Text })),
  }),
  handle: ({ services, query }) => services.thursday(query.of),
});
