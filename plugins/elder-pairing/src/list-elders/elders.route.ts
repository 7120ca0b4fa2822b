import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { Id, Int, oneOf, orNull, Text } from "../shapes.js";
import { levels } from "../words.js";
import { listElders } from "./list-elders.js";
import { elderListStates } from "./list-states.js";

export const listEldersRoute = route("GET /elders", {
  summary:
    "Elders on the register at the places one may see, by name, level, state or place, with who helps, when they were seen and when they are due; phone numbers masked",
  may: elderPairing.permissions.see,
  at: "list",
  query: Type.Object({
    from: Type.Integer({ minimum: 0, default: 0 }),
    name: Type.Optional(Type.String({ maxLength: 40 })),
    level: Type.Optional(oneOf(levels)),
    state: Type.Optional(oneOf(elderListStates)),
    placeId: Type.Optional(Id),
  }),
  returns: Type.Object({
    elders: Type.Array(
      Type.Object({
        ...{ id: Text, placePath: Text, village: Text, name: Text, residentsGroup: orNull(Text), birthYear: Int, sex: Text, wish: Text, level: Text },
        ...{ phone: orNull(contact(Text)), helper: orNull(Text), seenOn: orNull(Text), dueOn: orNull(Text) },
      }),
    ),
    ...{ count: Int, pageSize: Int },
  }),
  async handle({ scope, query: { placeId, ...query }, db, clock, services }) {
    const path = placeId === undefined ? undefined : (await services.places.get(placeId)).path;
    return listElders(db, scope, { ...query, path, today: clock.today() });
  },
});
