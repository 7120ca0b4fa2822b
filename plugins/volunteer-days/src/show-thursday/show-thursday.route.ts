import { Type } from "typebox";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";

const Int = Type.Integer();

export const showThursdayRoute = route("GET /public/thursday", {
  summary: "The next volunteer day: what, when, where, how many are still missing; for anyone, names nobody",
  may: "anyone",
  at: "none",
  returns: Type.Object({
    community: Text,
    phone: orNull(Text),
    takesPhotos: Type.Boolean(),
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
        ...{ words: orNull(Text), taken: Int, most: Int, waiting: Int },
        sites: Type.Array(Type.Object({ id: Text, name: Text, work: Text, missing: Int })),
      }),
    ),
  }),
  handle: ({ services }) => services.thursday(),
});
