import { Type } from "typebox";
import { route } from "../services.js";
import { acceptAsk, declineAsk, showAsk } from "./answer-ask.js";
import { getByLink } from "./ask-link.js";

const Text = Type.String();
const Nothing = Type.Object({});
const limit = { most: 60, minutes: 10 };

export const showAskRoute = route("GET /public/asks/:askId/:key", {
  summary: "When and where one is asked to be with children; names no child",
  may: "anyone",
  at: "none",
  limit,
  returns: Type.Object({ state: Text, name: Text, title: Text, homeName: Text, heldOn: Text, startsAt: Text, endsAt: Text }),
  handle: async (ctx) => showAsk(ctx, await getByLink(ctx, ctx.params.askId, ctx.params.key)),
});

export const acceptAskRoute = route("POST /public/asks/:askId/:key/accept", {
  summary: "Say yes: the duty is one's own from now on",
  may: "anyone",
  at: "none",
  limit,
  returns: Nothing,
  async handle(ctx) {
    await acceptAsk(ctx, await getByLink(ctx, ctx.params.askId, ctx.params.key));
    return {};
  },
});

export const declineAskRoute = route("POST /public/asks/:askId/:key/decline", {
  summary: "Say no, or that one cannot come after all, without any consequence; the next are asked",
  may: "anyone",
  at: "none",
  limit,
  returns: Nothing,
  async handle(ctx) {
    await declineAsk(ctx, await getByLink(ctx, ctx.params.askId, ctx.params.key));
    return {};
  },
});
