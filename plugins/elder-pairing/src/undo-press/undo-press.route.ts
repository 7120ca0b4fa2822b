import { Type } from "typebox";
import { getLadder } from "../find-nobody/find-nobody.js";
import { getHandover, signers } from "../hand-over/hand-over.js";
import { getPresent } from "../keep-people/change-elder.js";
import { getNeed } from "../meet-needs/meet-needs.js";
import { elderPairing } from "../plugin.js";
import { atElder, route } from "../services.js";
import { Int, Nothing, oneOf } from "../shapes.js";
import { getOwnElder } from "../show-mine/show-mine.js";
import { reopenReasons, unsettleReasons, unsignReasons } from "../words.js";
import { liftSnooze } from "./lift-snooze.js";
import { getSearch, reopenSearch } from "./reopen-search.js";
import { strikeStep } from "./strike-step.js";
import { unsettleNeed } from "./unsettle-need.js";
import { unsignHandover } from "./unsign-handover.js";

const Reopen = Type.Object({ reason: oneOf(reopenReasons) });

export const reopenSearchRoute = route("POST /searches/:searchId/reopen", {
  summary: "A search that was ended today by mistake goes on where it stood; what its end raised goes back",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfSearch(params.searchId),
  body: Reopen,
  returns: Nothing,
  async handle(ctx) {
    await reopenSearch(ctx, await getSearch(ctx, ctx.params.searchId), ctx.body.reason);
    return {};
  },
});

export const reopenMineRoute = route("POST /mine/searches/:searchId/reopen", {
  summary: "The search for an own elder that was ended today by mistake goes on where it stood; what its end raised goes back",
  may: "signed-in",
  at: "self",
  body: Reopen,
  returns: Nothing,
  async handle(ctx) {
    const row = await getSearch(ctx, ctx.params.searchId);
    await getOwnElder(ctx, row.elderId);
    await reopenSearch(ctx, row, ctx.body.reason);
    return {};
  },
});

export const strikeStepRoute = route("POST /ladders/:ladderId/steps/:stepId/strike", {
  summary: "A step of an open search that was pressed by mistake is struck; the rest goes on",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfLadder(params.ladderId),
  returns: Nothing,
  async handle(ctx) {
    await strikeStep(ctx, await getLadder(ctx, ctx.params.ladderId), ctx.params.stepId);
    return {};
  },
});

export const strikeMineRoute = route("POST /mine/ladders/:ladderId/steps/:stepId/strike", {
  summary: "A step of the search for an own elder that was pressed by mistake is struck; the rest goes on",
  may: "signed-in",
  at: "self",
  returns: Nothing,
  async handle(ctx) {
    const row = await getLadder(ctx, ctx.params.ladderId);
    await getOwnElder(ctx, row.elderId);
    await strikeStep(ctx, row, ctx.params.stepId);
    return {};
  },
});

export const unsettleNeedRoute = route("POST /needs/:needId/unsettle", {
  summary: "A need that was said to be settled and is not is open again, with the reason",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfNeed(params.needId),
  body: Type.Object({ reason: oneOf(unsettleReasons) }),
  returns: Nothing,
  async handle(ctx) {
    await unsettleNeed(ctx, await getNeed(ctx, ctx.params.needId), ctx.body.reason);
    return {};
  },
});

export const unsignHandoverRoute = route("POST /handovers/:handoverId/unsign", {
  summary: "A signature that was pressed by mistake is taken back: until all three have signed, and on its own day",
  may: elderPairing.permissions.see,
  at: async ({ params, services }) => services.people.placeOfHandover(params.handoverId),
  body: Type.Object({ signer: oneOf(signers), reason: oneOf(unsignReasons) }),
  returns: Nothing,
  async handle(ctx) {
    await unsignHandover(ctx, await getHandover(ctx, ctx.params.handoverId), ctx.body);
    return {};
  },
});

export const liftSnoozeRoute = route("POST /elders/:elderId/snooze/lift", {
  summary: "What was put off of an elder waits no longer; how many",
  may: elderPairing.permissions.see,
  at: atElder,
  returns: Type.Object({ count: Int }),
  handle: async (ctx) => ({ count: await liftSnooze(ctx, await getPresent(ctx, ctx.params.elderId)) }),
});
