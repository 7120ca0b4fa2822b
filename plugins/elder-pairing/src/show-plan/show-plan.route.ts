import { Type } from "typebox";
import { errors } from "../errors.js";
import { alternativesInWorker } from "../plan-pairs/plan-in-worker.js";
import { elderPairing } from "../plugin.js";
import { draftPairing, draftTowns } from "../run-pairing/draft-pairing.js";
import { readMark, stampOf } from "../run-pairing/read-mark.js";
import { atPlace, route } from "../services.js";
import { BecauseShape, Flag, Id, oneOf, orNull, Text } from "../shapes.js";
import { AlternativesShape, nameAlternatives } from "./name-alternatives.js";
import { asInForce, readPlanned } from "./read-planned.js";

const Who = orNull(Type.Object({ cadreId: Text, name: Text, unit: Text, because: BecauseShape, was: orNull(Text) }));

export const plannedPairsRoute = route("POST /places/:placeId/pairing/pairs", {
  summary:
    "Every pair the matching would make, with why and whom they follow; nothing is written. The stamp says what it was made from: put in force with it, it is this matching or none",
  may: elderPairing.permissions.plan,
  at: atPlace,
  reads: true,
  returns: Type.Object({
    stamp: Text,
    pairs: Type.Array(Type.Object({ elderId: Text, elder: Text, village: Text, needsWoman: Flag, primary: Who, backup: Who })),
  }),
  async handle(ctx) {
    const stamp = stampOf(ctx, await readMark(ctx, ctx.clock.today()));
    const draft = await draftPairing(ctx, (await ctx.services.places.get(ctx.params.placeId)).path);
    return { stamp, pairs: await readPlanned(ctx, draft) };
  },
});

export const plannedAlternativesRoute = route("POST /places/:placeId/pairing/alternatives", {
  summary: "Other cadres an elder may have in the matching as it would be: why, at what price, and who else would get another one; nothing is written",
  may: elderPairing.permissions.plan,
  at: atPlace,
  reads: true,
  body: Type.Object({ elderId: Id, role: oneOf(["primary", "backup"]) }),
  returns: AlternativesShape,
  async handle(ctx) {
    const { elderId, role } = ctx.body;
    const { path } = await ctx.services.places.get(ctx.params.placeId);
    const draft = await draftTowns(ctx, path);
    if (!draft.facts.elders.some(({ id, village }) => id === elderId && village.startsWith(path))) throw errors.elderUnknown({}, "body.elderId");
    const facts = asInForce(draft);
    const primaryOf = new Map(role === "primary" ? [] : facts.held.primary.map((pair) => [pair.elderId, pair.cadreId]));
    return nameAlternatives(ctx, facts, await alternativesInWorker(ctx, { facts, side: role, elderId, primaryOf }));
  },
});
