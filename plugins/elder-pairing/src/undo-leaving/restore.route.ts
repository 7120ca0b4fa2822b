import { within, type Scope } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { getElder } from "../keep-people/change-elder.js";
import { elderPairing, type ElderPairingContext, type ElderPairingDb } from "../plugin.js";
import { atElder, atPlace, route } from "../services.js";
import { Day, Id, Int, oneOf, Text } from "../shapes.js";
import { namesOf } from "../show-pairs/names.repository.js";
import type { RestoredPairs } from "./restore-pairs.js";
import { restoreCadres, restoreElder } from "./restore-people.js";

/** A unit of a county has no more. */
const atOnce = 200;
const Restored = Type.Object({ back: Int, lost: Type.Array(Type.Object({ elder: Text, cadre: Text, role: oneOf(["primary", "backup"]) })) });

async function inNames(ctx: ElderPairingContext, { back, lost }: RestoredPairs) {
  const names = await namesOf(
    ctx,
    lost.flatMap(({ elderId, cadreId }) => [elderId, cadreId]),
  );
  return { back, lost: lost.map(({ elderId, cadreId, role }) => ({ elder: names[elderId] ?? "", cadre: names[cadreId] ?? "", role })) };
}

export const restoreElderRoute = route("POST /elders/:elderId/restore", {
  summary: "An elder was said today to have died or moved by mistake: as if it had not been said; which helpers cannot come back",
  may: elderPairing.permissions.see,
  at: atElder,
  returns: Restored,
  handle: async (ctx) => inNames(ctx, await restoreElder(ctx, await getElder(ctx, ctx.params.elderId))),
});

export const restoreCadresRoute = route("POST /places/:placeId/cadres/restore", {
  summary: "Cadres, of a unit or one of them, left today or shall leave by mistake: as if it had not been said; which pairs cannot come back",
  may: elderPairing.permissions.plan,
  at: atPlace,
  body: Type.Object({ cadreIds: Type.Array(Id, { minItems: 1, maxItems: atOnce }) }),
  returns: Restored,
  handle: async (ctx) => inNames(ctx, await restoreCadres(ctx, (await ctx.services.places.get(ctx.params.placeId)).path, ctx.body.cadreIds)),
});

const eldersLeft = (db: ElderPairingDb, scope: Scope, today: string) =>
  within(db, scope, "elder_pairing_elder")
    .innerJoin("directory_v1_place as place", "place.id", "elder_pairing_elder.placeId")
    .select(["elder_pairing_elder.id", "elder_pairing_elder.name", "place.name as village", "state"])
    .where("state", "in", ["deceased", "moved"])
    .where("elder_pairing_elder.untilOn", "=", today)
    .orderBy("elder_pairing_elder.name")
    .execute();

export const eldersLeftRoute = route("GET /left/elders", {
  summary: "Elders who were said today to have died or moved: until the day is over they can be brought back",
  may: elderPairing.permissions.see,
  at: "list",
  returns: Type.Object({ elders: Type.Array(Type.Object({ id: Text, name: Text, village: Text, state: Text })) }),
  handle: async ({ db, scope, clock }) => ({ elders: await eldersLeft(db, scope, clock.today()) }),
});

export const cadresLeftRoute = route("GET /left/cadres", {
  summary: "Cadres who left today, or shall leave: they can be brought back",
  may: elderPairing.permissions.plan,
  at: "list",
  returns: Type.Object({ cadres: Type.Array(Type.Object({ id: Text, name: Text, unit: Text, untilOn: Day })) }),
  async handle({ db, scope, clock }) {
    const rows = await within(db, scope, "elder_pairing_cadre")
      .select(["id", "name", "unit", "untilOn"])
      .where("state", "in", ["active", "transferred", "deceased"])
      .where("untilOn", ">=", clock.today())
      .orderBy("untilOn")
      .orderBy("unit")
      .orderBy("name")
      .execute();
    return { cadres: rows.map(({ untilOn, ...row }) => ({ ...row, untilOn: untilOn! })) };
  },
});
