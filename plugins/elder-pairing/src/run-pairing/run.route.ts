import { Type, type Static } from "typebox";
import { agreeToPair, getPair, primaryOf } from "../keep-pairs/agree-pair.js";
import { errors } from "../errors.js";
import { elderPairing } from "../plugin.js";
import { atElder, atPlace, route } from "../services.js";
import { Flag, Int, oneOf, Text } from "../shapes.js";
import { nameShort } from "../show-plan/read-planned.js";
import { draftPairing } from "./draft-pairing.js";
import { publishPairing, readyPairing } from "./publish-pairing.js";
import { stampOf } from "./read-mark.js";
import { summarisePlan } from "./summarise-plan.js";

const Shortages = Type.Array(
  Type.Object({ elderIds: Type.Array(Text), cadreIds: Type.Array(Text), unserved: Type.Array(Text), units: Type.Array(Text), need: Int, offer: Int }),
);
const Side = Type.Object({ paired: Int, unserved: Type.Array(Text), shortages: Shortages, isCertified: Flag, moves: Int, givenUp: Int });
const Summary = Type.Object({ primary: Side, backup: Side, withOne: Int, withTwo: Int, sameVillage: Int, otherVillage: Int });
export const previewPairingRoute = route("POST /places/:placeId/pairing/preview", {
  summary:
    "The matching as it would be: how many have one, how many two, who finds nobody, which elders compete for which cadres, what moves; nothing is written",
  may: elderPairing.permissions.plan,
  at: atPlace,
  reads: true,
  returns: Type.Object({ summary: Summary, names: Type.Record(Text, Text) }),
  async handle(ctx) {
    const draft = await draftPairing(ctx, (await ctx.services.places.get(ctx.params.placeId)).path);
    return { summary: summarisePlan(draft.plan) as Static<typeof Summary>, names: await nameShort(ctx, draft) };
  },
});

export const publishPairingRoute = route("POST /places/:placeId/pairing", {
  summary:
    "Put the matching in force from today; primary pairs wait until both sides agree, backups answer at once. With the stamp of the pairs that were shown, it is those or none",
  may: elderPairing.permissions.plan,
  at: atPlace,
  body: Type.Object({ stamp: Type.Optional(Text) }),
  returns: Type.Object({ id: Text, summary: Summary }),
  async prepare(ctx) {
    const ready = await readyPairing(ctx, (await ctx.services.places.get(ctx.params.placeId)).path);
    const { stamp } = ctx.body;
    if (stamp !== undefined && stamp !== stampOf(ctx, ready.mark)) throw errors.pairingStale();
    return ready;
  },
  async handle(ctx) {
    const { path } = await ctx.services.places.get(ctx.params.placeId);
    const id = await publishPairing(ctx, path, ctx.prepared);
    return { id, summary: summarisePlan(ctx.prepared.plan) as Static<typeof Summary> };
  },
});

export const agreeRoute = route("POST /elders/:elderId/agree", {
  summary: "Write down that a side agreed to the elder's pair; with both it holds from today",
  may: elderPairing.permissions.see,
  at: atElder,
  body: Type.Object({ side: oneOf(["cadre", "elder"]) }),
  returns: Type.Object({ isEffective: Flag }),
  async handle(ctx) {
    const row = await primaryOf(ctx.db, ctx.params.elderId);
    return { isEffective: await agreeToPair(ctx, await getPair(ctx, row?.id ?? ""), ctx.body.side) };
  },
});
