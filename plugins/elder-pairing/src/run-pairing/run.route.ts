import { Type, type Static } from "typebox";
import { watchDay } from "../cover-elders/watch-day.js";
import { agreeForAll, agreeToPair, choosePair, declinePair, getPair, primaryOf } from "../keep-pairs/agree-pair.js";
import { getElder } from "../keep-people/change-elder.js";
import { alternativesInWorker } from "../plan-pairs/plan-in-worker.js";
import { readFacts } from "../plan-pairs/read-facts.js";
import { Ground } from "../plan-pairs/measure-pair.js";
import { planAhead } from "../plan-visits/store-dues.js";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { Flag, Id, Int, Nothing, oneOf, orNull, Text } from "../shapes.js";
import { namesOf } from "../show-pairs/names.repository.js";
import { draftPairing, publishPairing, summarisePlan } from "./run-pairing.js";

const Side = Type.Object({ paired: Int, unserved: Type.Array(Text), need: Int, offer: Int, isCertified: Flag, moves: Int, givenUp: Int });
const Summary = Type.Object({ primary: Side, backup: Side, withOne: Int, withTwo: Int, sameVillage: Int, otherVillage: Int });
export const BecauseShape = Type.Object({
  ...{ sameVillage: Flag, metres: orNull(Int), knows: Flag, sameDialect: orNull(Flag), isWoman: Flag, isPinned: Flag },
});

export const previewPairingRoute = route("POST /places/:placeId/pairing/preview", {
  summary: "The matching as it would be: how many have one, how many two, who finds nobody and why, what moves; nothing is written",
  may: elderPairing.permissions.plan,
  at: async ({ params, services }) => services.places.get(params.placeId),
  reads: true,
  returns: Type.Object({ summary: Summary, names: Type.Record(Text, Text) }),
  async handle(ctx) {
    const { plan } = await draftPairing(ctx, (await ctx.services.places.get(ctx.params.placeId)).path);
    const summary = summarisePlan(plan) as Static<typeof Summary>;
    return { summary, names: await namesOf(ctx, [...summary.primary.unserved, ...summary.backup.unserved]) };
  },
});

export const publishPairingRoute = route("POST /places/:placeId/pairing", {
  summary: "Put the matching in force from today; primary pairs wait until both sides agree, backups answer at once",
  may: elderPairing.permissions.plan,
  at: async ({ params, services }) => services.places.get(params.placeId),
  returns: Type.Object({ id: Text, summary: Summary }),
  prepare: async (ctx) => draftPairing(ctx, (await ctx.services.places.get(ctx.params.placeId)).path),
  async handle(ctx) {
    const { path } = await ctx.services.places.get(ctx.params.placeId);
    const id = await publishPairing(ctx, path, ctx.prepared);
    await watchDay(ctx, "matching");
    await planAhead(ctx);
    return { id, summary: summarisePlan(ctx.prepared.plan) as Static<typeof Summary> };
  },
});

export const alternativesRoute = route("GET /elders/:elderId/alternatives", {
  summary: "Other cadres an elder may have: why, at what price, and who else would get another one",
  may: elderPairing.permissions.plan,
  at: async ({ params, services }) => services.people.placeOfElder(params.elderId),
  returns: Type.Object({
    alternatives: Type.Array(
      Type.Object({
        ...{ cadreId: Text, name: Text, unit: Text, because: BecauseShape, costMore: Int },
        others: Type.Array(Type.Object({ elder: Text, cadre: Text })),
      }),
    ),
  }),
  async handle(ctx) {
    const elder = await getElder(ctx, ctx.params.elderId);
    const { facts } = await readFacts(ctx, ctx.clock.today(), [elder.townPath]);
    const found = (await alternativesInWorker(ctx, { facts, side: "primary", elderId: elder.id, primaryOf: new Map() })).slice(0, 8);
    const names = await namesOf(
      ctx,
      found.flatMap(({ cadreId, others }) => [cadreId, ...others.flatMap((one) => [one.elderId, one.cadreId])]),
    );
    const units = new Map(facts.cadres.map(({ id, unit }) => [id, unit]));
    return {
      alternatives: found.map(({ cadreId, because, costMore, others }) => ({
        ...{ cadreId, name: names[cadreId] ?? "", unit: units.get(cadreId) ?? "", because, costMore },
        others: others.map((one) => ({ elder: names[one.elderId] ?? "", cadre: names[one.cadreId] ?? "" })),
      })),
    };
  },
});

export const choosePairRoute = route("POST /elders/:elderId/pairs", {
  summary: "Another cadre for an elder, chosen by hand: every later matching leaves it as it is",
  may: elderPairing.permissions.plan,
  at: async ({ params, services }) => services.people.placeOfElder(params.elderId),
  body: Type.Object({ cadreId: Id }),
  returns: Type.Object({ id: Text }),
  async handle(ctx) {
    const elder = await getElder(ctx, ctx.params.elderId);
    const { facts } = await readFacts(ctx, ctx.clock.today(), "all");
    const [fact, cadre] = [facts.elders.find(({ id }) => id === elder.id), facts.cadres.find(({ id }) => id === ctx.body.cadreId)];
    const because = fact && cadre ? new Ground(facts).because(fact, cadre, true) : nothingKnown;
    return { id: await choosePair(ctx, elder, ctx.body.cadreId, because) };
  },
});
const nothingKnown = { sameVillage: false, metres: null, knows: false, sameDialect: null, isWoman: false, isPinned: true };

export const agreeRoute = route("POST /elders/:elderId/agree", {
  summary: "Write down that a side agreed to the elder's pair; with both it holds from today",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfElder(params.elderId),
  body: Type.Object({ side: oneOf(["cadre", "elder"]) }),
  returns: Type.Object({ isEffective: Flag }),
  async handle(ctx) {
    const row = await primaryOf(ctx.db, ctx.params.elderId);
    return { isEffective: await agreeToPair(ctx, await getPair(ctx, row?.id ?? ""), ctx.body.side) };
  },
});

export const agreeAllRoute = route("POST /places/:placeId/agree", {
  summary: "Write down that everybody of a place agreed on one side, as a meeting or a signed list says; at most two hundred pairs at a time",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.places.get(params.placeId),
  body: Type.Object({ side: oneOf(["cadre", "elder"]) }),
  returns: Type.Object({ agreed: Int, left: Int }),
  handle: async (ctx) => agreeForAll(ctx, (await ctx.services.places.get(ctx.params.placeId)).path, ctx.body.side),
});

export const declineRoute = route("POST /elders/:elderId/decline", {
  summary: "The elder does not want this cadre, or there was a complaint: the two are kept apart and somebody else is found",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfElder(params.elderId),
  body: Type.Object({ by: oneOf(["elder", "complaint"]) }),
  returns: Nothing,
  async handle(ctx) {
    const row = await primaryOf(ctx.db, ctx.params.elderId);
    await declinePair(ctx, await getPair(ctx, row?.id ?? ""), ctx.body.by);
    return {};
  },
});
