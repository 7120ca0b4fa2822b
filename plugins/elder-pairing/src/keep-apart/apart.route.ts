import { Type } from "typebox";
import { getPair } from "../keep-pairs/agree-pair.js";
import { forElder } from "../keep-people/for-elder.js";
import { elderPairing } from "../plugin.js";
import { atElder, route } from "../services.js";
import { Id, Nothing, oneOf } from "../shapes.js";
import { getOwnElder } from "../show-mine/show-mine.js";
import { apartReasons } from "../words.js";
import { declineOwn, declinePair, endApart, pairWith } from "./keep-apart.js";

const Reason = oneOf(apartReasons);

export const declineRoute = route("POST /elders/:elderId/decline", {
  summary:
    "The elder or the cadre does not want this pair, or there was a complaint: the two are kept apart and somebody else is found; without a cadre it is the first helper",
  may: elderPairing.permissions.see,
  at: atElder,
  body: Type.Object({ by: oneOf(["elder", "cadre", "complaint"]), cadreId: Type.Optional(Id), reason: Type.Optional(Reason) }),
  returns: Nothing,
  handle: forElder(async (ctx, elder) => declinePair(ctx, await pairWith(ctx, elder.id, ctx.body.cadreId), ctx.body)),
});

export const declineMineRoute = route("POST /mine/elders/:elderId/decline", {
  summary: "A helper who was asked says no to an elder, with the reason: somebody else is found at once",
  may: "signed-in",
  at: "self",
  body: Type.Object({ reason: Reason }),
  returns: Nothing,
  async handle(ctx) {
    const { askedId } = await getOwnElder(ctx, ctx.params.elderId);
    await declineOwn(ctx, await getPair(ctx, askedId), ctx.body.reason);
    return {};
  },
});

export const endApartRoute = route("POST /elders/:elderId/apart/end", {
  summary: "An elder and a cadre who were kept apart may be paired again",
  may: elderPairing.permissions.see,
  at: atElder,
  body: Type.Object({ cadreId: Id }),
  returns: Nothing,
  handle: forElder((ctx, elder) => endApart(ctx, elder.id, ctx.body.cadreId)),
});
