import { Type } from "typebox";
import { getByLink } from "../cancel-sign-up/cancel-sign-up.js";
import { errors } from "../errors.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Nothing, Text } from "../shapes.js";
import { acceptStandIn, declineStandIn, getStandIn } from "./answer-stand-in.js";
import { askStandIns } from "./ask-stand-ins.js";
import { showStandIn } from "./show-stand-in.js";

const limit = { most: 60, minutes: 10 };
const Asked = Type.Object({ asked: Type.Integer() });

export const findStandInRoute = route("POST /public/sign-ups/:signUpId/:key/stand-ins", {
  summary: "Ask the next few who could come instead, by a private link; one stays responsible until one of them says yes",
  may: "anyone",
  at: "none",
  limit,
  returns: Asked,
  handle: async (ctx) => ({ asked: await askStandIns(ctx, await getByLink(ctx, ctx.params.signUpId, ctx.params.key)) }),
});

export const findStandInForOthersRoute = route("POST /sign-ups/:signUpId/stand-ins", {
  summary: "Ask the next few who could come instead of somebody",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, services }) => services.signUps.placesOf(params.signUpId),
  returns: Asked,
  async handle(ctx) {
    const row = await ctx.services.signUps.find(ctx.params.signUpId);
    if (!row) throw errors.signUpUnknown();
    return { asked: await askStandIns(ctx, row) };
  },
});

export const showStandInRoute = route("GET /public/stand-ins/:standInId/:key", {
  summary: "What one is asked to stand in for; names nobody",
  may: "anyone",
  at: "none",
  limit,
  returns: Type.Object({
    ...{ state: Text, name: Text, title: Text, heldOn: Text, startsAt: Text, endsAt: Text, siteName: Text, postTitle: Text, work: Text, meetingPoint: Text },
  }),
  handle: async (ctx) => showStandIn(ctx, await getStandIn(ctx, ctx.params.standInId, ctx.params.key)),
});

export const acceptStandInRoute = route("POST /public/stand-ins/:standInId/:key/accept", {
  summary: "Say yes: the place is one's own from now on, and its holder is free",
  may: "anyone",
  at: "none",
  limit,
  returns: Type.Object({ link: Text }),
  handle: async (ctx) => ({ link: await acceptStandIn(ctx, await getStandIn(ctx, ctx.params.standInId, ctx.params.key)) }),
});

export const declineStandInRoute = route("POST /public/stand-ins/:standInId/:key/decline", {
  summary: "Say no, without any consequence",
  may: "anyone",
  at: "none",
  limit,
  returns: Nothing,
  async handle(ctx) {
    await declineStandIn(ctx, await getStandIn(ctx, ctx.params.standInId, ctx.params.key));
    return {};
  },
});
