import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { atPlace, route } from "../services.js";
import { Int, Line, Nothing, orNull, Text } from "../shapes.js";
import { listUnits, setQuota } from "./set-quota.js";

export const listUnitsRoute = route("GET /units", {
  summary: "Units of the cadres one plans for: how many elders they have, and their quota",
  may: elderPairing.permissions.plan,
  at: "list",
  returns: Type.Object({ units: Type.Array(Type.Object({ unit: Text, held: Int, most: orNull(Int) })) }),
  handle: async ({ db, scope }) => ({ units: await listUnits(db, scope) }),
});

export const setQuotaRoute = route("PUT /places/:placeId/quotas", {
  summary: "How many elders a unit's cadres take in all, from the next matching on; null takes the quota away",
  may: elderPairing.permissions.plan,
  at: atPlace,
  body: Type.Object({ unit: Line, most: orNull(Type.Integer({ minimum: 0, maximum: 10_000 })) }),
  returns: Nothing,
  async handle(ctx) {
    await setQuota(ctx, (await ctx.services.places.get(ctx.params.placeId)).path, ctx.body.unit, ctx.body.most);
    return {};
  },
});
