import { Type } from "typebox";
import { choosePair } from "../keep-pairs/choose-pair.js";
import { getElder, getPresent } from "../keep-people/change-elder.js";
import { Ground } from "../plan-pairs/measure-pair.js";
import { alternativesInWorker } from "../plan-pairs/plan-in-worker.js";
import { readFacts } from "../plan-pairs/read-facts.js";
import { elderPairing } from "../plugin.js";
import { atElder, route } from "../services.js";
import { Id, oneOf, Text } from "../shapes.js";
import { AlternativesShape, nameAlternatives } from "../show-plan/name-alternatives.js";

const Role = oneOf(["primary", "backup"]);

export const alternativesRoute = route("GET /elders/:elderId/alternatives", {
  summary: "Other cadres an elder may have, as first helper or as backup: why, at what price, and who else would get another one",
  may: elderPairing.permissions.plan,
  at: atElder,
  query: Type.Object({ role: Type.Optional(Role) }),
  returns: AlternativesShape,
  async handle(ctx) {
    const elder = await getElder(ctx, ctx.params.elderId);
    const { facts } = await readFacts(ctx, ctx.clock.today(), [elder.townPath]);
    const side = ctx.query.role ?? "primary";
    const primaryOf = new Map(side === "primary" ? [] : facts.held.primary.map(({ elderId, cadreId }) => [elderId, cadreId]));
    return nameAlternatives(ctx, facts, await alternativesInWorker(ctx, { facts, side, elderId: elder.id, primaryOf }));
  },
});

const nothingKnown = { sameVillage: false, metres: null, knows: false, sameDialect: null, isWoman: false, isPinned: true };

export const choosePairRoute = route("POST /elders/:elderId/pairs", {
  summary: "Another cadre for an elder, chosen by hand, as first helper or as backup: every later matching leaves it as it is",
  may: elderPairing.permissions.plan,
  at: atElder,
  body: Type.Object({ cadreId: Id, role: Type.Optional(Role) }),
  returns: Type.Object({ id: Text }),
  async handle(ctx) {
    const elder = await getPresent(ctx, ctx.params.elderId);
    const { facts } = await readFacts(ctx, ctx.clock.today(), "all");
    const [fact, cadre] = [facts.elders.find(({ id }) => id === elder.id), facts.cadres.find(({ id }) => id === ctx.body.cadreId)];
    const because = fact && cadre ? new Ground(facts).because(fact, cadre, true) : nothingKnown;
    return { id: await choosePair(ctx, elder, { cadreId: ctx.body.cadreId, role: ctx.body.role ?? "primary", because }) };
  },
});
