import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { atPlace, route } from "../services.js";
import { Flag, Id, Int, oneOf, orNull, Text } from "../shapes.js";
import { agreedAtOnce, agreeListed, takeBackListed } from "./agree-listed.js";
import { listWaiting } from "./list-waiting.js";

const Side = oneOf(["cadre", "elder"]);
const Listed = Type.Object({ side: Side, pairIds: Type.Array(Id, { minItems: 1, maxItems: agreedAtOnce }) });

export const listWaitingRoute = route("GET /waiting", {
  summary: "First pairs that wait for one side's yes, or that it was written down of today; by name and place, page by page",
  may: elderPairing.permissions.see,
  at: "list",
  query: Type.Object({
    side: Type.Optional(Side),
    state: Type.Optional(oneOf(["waiting", "today"])),
    placeId: Type.Optional(Id),
    name: Type.Optional(Type.String({ maxLength: 40 })),
    from: Type.Integer({ minimum: 0, default: 0 }),
  }),
  returns: Type.Object({
    pairs: Type.Array(
      Type.Object({
        pairId: Text,
        elderId: Text,
        elder: Text,
        village: Text,
        cadreId: Text,
        cadre: Text,
        cadreAgreed: Flag,
        elderAgreed: Flag,
        insteadOf: orNull(Text),
      }),
    ),
    ...{ count: Int, pageSize: Int },
  }),
  async handle({ db, clock, scope, services, query: { side = "elder", state = "waiting", placeId, name, from } }) {
    const path = placeId === undefined ? undefined : (await services.places.get(placeId)).path;
    return listWaiting({ db, clock }, scope, { side, state, path, name, from });
  },
});

export const agreeListedRoute = route("POST /places/:placeId/agree", {
  summary:
    "Write down that one side agreed to the pairs named, as a meeting or a signed list says; at most a hundred at a time; gives which of them waited for it",
  may: elderPairing.permissions.see,
  at: atPlace,
  body: Listed,
  returns: Type.Object({ pairIds: Type.Array(Text) }),
  async handle(ctx) {
    const { path } = await ctx.services.places.get(ctx.params.placeId);
    return { pairIds: [...(await agreeListed(ctx, path, ctx.body.side, ctx.body.pairIds))] };
  },
});

export const takeBackListedRoute = route("POST /places/:placeId/agree/undo", {
  summary: "What was written down today as agreed to was not: the pairs named wait for that side again, and until then the backup answers",
  may: elderPairing.permissions.see,
  at: atPlace,
  body: Listed,
  returns: Type.Object({ count: Int }),
  async handle(ctx) {
    const { path } = await ctx.services.places.get(ctx.params.placeId);
    return { count: await takeBackListed(ctx, path, ctx.body.side, ctx.body.pairIds) };
  },
});
