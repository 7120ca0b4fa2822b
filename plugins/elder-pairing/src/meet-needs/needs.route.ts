import { Type } from "typebox";
import { matters } from "@lianxin/matters";
import { getElder } from "../keep-people/change-elder.js";
import { elderPairing } from "../plugin.js";
import { raiseAlert } from "../raise-level/raise-alert.js";
import { raiseLevel, alerts, triggerKinds } from "../raise-level/raise-level.js";
import { atElder, atPlace, on, route } from "../services.js";
import { Day, Flag, Int, Nothing, oneOf, orNull, Text } from "../shapes.js";
import { closeNeed, closeNeedsOf, getNeed, mayClose, needsOf, rateNeed, ratings, openNeeds } from "./meet-needs.js";
import { snoozeDue } from "../urge-visits/snooze-due.js";
import { snoozeReasons } from "../words.js";

export const listNeedsRoute = route("GET /elders/:elderId/needs", {
  summary:
    "What an elder asked for: what became of it and what they say of it; kind and words for those alone who may open the record, and each reading is logged",
  may: elderPairing.permissions.see,
  at: atElder,
  returns: Type.Object({
    needs: Type.Array(
      Type.Object({
        ...{ id: Text, category: Text, words: orNull(Text), action: Text, matterId: orNull(Text), matterNumber: orNull(Text), openedOn: Day },
        ...{ closedOn: orNull(Text), rating: orNull(Text), ratedVia: orNull(Text), mayClose: Flag },
      }),
    ),
  }),
  async handle(ctx) {
    const elder = await getElder(ctx, ctx.params.elderId);
    const isOpen = await ctx.may("elder-pairing.open", { path: elder.placePath });
    const rows = await needsOf(ctx.db, elder.id);
    const told = await openNeeds(ctx, rows, isOpen);
    const needs = [];
    for (const [i, { id, category, words, action, matterId, matterNumber, openedOn, closedOn, rating, ratedVia }] of told.entries())
      needs.push({ id, category, words, action, matterId, matterNumber, openedOn, closedOn, rating, ratedVia, mayClose: await mayClose(ctx, rows[i]!) });
    return { needs };
  },
});

export const closeNeedRoute = route("POST /needs/:needId/close", {
  summary: "A need is settled",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfNeed(params.needId),
  returns: Nothing,
  async handle(ctx) {
    await closeNeed(ctx, await getNeed(ctx, ctx.params.needId));
    return {};
  },
});

export const rateNeedRoute = route("POST /needs/:needId/rating", {
  summary: "What the elder says of how it was settled, also told by telephone; a poor one opens it again",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfNeed(params.needId),
  body: Type.Object({ rating: oneOf(ratings), via: oneOf(["self", "telephone"]) }),
  returns: Nothing,
  async handle(ctx) {
    await rateNeed(ctx, await getNeed(ctx, ctx.params.needId), ctx.body.rating, ctx.body.via);
    return {};
  },
});

export const raiseLevelRoute = route("POST /elders/:elderId/triggers", {
  summary: "Something happened (a fall, hospital, a loss): the level rises for a time and somebody comes within a day",
  may: elderPairing.permissions.see,
  at: atElder,
  body: Type.Object({ kind: oneOf(triggerKinds) }),
  returns: Nothing,
  async handle(ctx) {
    await raiseLevel(ctx, await getElder(ctx, ctx.params.elderId), ctx.body.kind);
    return {};
  },
});

export const raiseAlertRoute = route("POST /places/:placeId/alerts", {
  summary: "A heat, cold or flood alert for a place",
  may: elderPairing.permissions.plan,
  at: atPlace,
  body: Type.Object({ kind: oneOf(alerts) }),
  returns: Type.Object({ elders: Int }),
  handle: async (ctx) => ({ elders: await raiseAlert(ctx, (await ctx.services.places.get(ctx.params.placeId)).path, ctx.body.kind) }),
});

export const snoozeRoute = route("POST /elders/:elderId/snooze", {
  summary: "What is overdue waits until a day, with the reason; red ones three days at most, monthly ones to the month's end",
  may: elderPairing.permissions.see,
  at: atElder,
  body: Type.Object({ until: Day, reason: oneOf(snoozeReasons), words: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) }),
  returns: Type.Object({ count: Int }),
  handle: async (ctx) => ({ count: await snoozeDue(ctx, await getElder(ctx, ctx.params.elderId), ctx.body) }),
});

const over: ReadonlySet<string> = new Set(["resolved", "withdrawn", "returned"]);

/** A matter that is over may settle needs: its own, and those of matters it was the last part of or carried on. */
export const settledListener = on(matters.events.changed, async ({ matterId, to }, ctx) => {
  if (over.has(to)) await closeNeedsOf(ctx, matterId);
});
