import { AppError } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { volunteerDays, type VolunteerDaysContext } from "../plugin.js";
import { route } from "../services.js";
import { JoinedShape } from "../sign-up/sign-up.route.js";
import { Nothing } from "../shapes.js";
import { cancelSignUp, getByLink, joinAgain, setCapacity } from "./cancel-sign-up.js";

async function cancelByLink(
  ctx: VolunteerDaysContext & { readonly params: { readonly signUpId: string; readonly key: string } },
): Promise<Record<string, never>> {
  await cancelSignUp(ctx, await getByLink(ctx, ctx.params.signUpId, ctx.params.key), "self");
  return {};
}

/** A refusal is said before anything is written, so that it is one request's answer; anything else is everybody's trouble. */
function refusal(error: unknown): Error {
  if (error instanceof AppError) return error;
  throw error;
}

export const cancelByLinkRoute = route("POST /public/sign-ups/:signUpId/:key/cancel", {
  summary: "Give one's place back by the private link; whoever waits first gets it at once. Without any consequence",
  may: "anyone",
  at: "none",
  returns: Nothing,
  handle: cancelByLink,
  /** Together, so that many who cancel one day wait for each other in one transaction and not in many. */
  handleMany: async (requests) => {
    const answers: (Record<string, never> | Error)[] = [];
    for (const request of requests) answers.push(await cancelByLink(request).catch(refusal));
    return answers;
  },
});

export const joinAgainRoute = route("POST /public/sign-ups/:signUpId/:key/again", {
  summary: "Come after all: a place when one is free, else the end of the line",
  may: "anyone",
  at: "none",
  returns: JoinedShape,
  handle: async (ctx) => joinAgain(ctx, await getByLink(ctx, ctx.params.signUpId, ctx.params.key)),
});

export const cancelForOthersRoute = route("POST /sign-ups/:signUpId/cancel", {
  summary: "Give somebody's place back for them",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, services }) => services.signUps.placeOf(params.signUpId),
  returns: Nothing,
  async handle(ctx) {
    const row = await ctx.services.signUps.find(ctx.params.signUpId);
    if (!row) throw errors.signUpUnknown();
    await cancelSignUp(ctx, row, "desk");
    return {};
  },
});

export const setCapacityRoute = route("PUT /days/:dayId/posts/:postId", {
  summary: "More or fewer places at a post of a day; more go to those who wait at once",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  body: Type.Object({ most: Type.Integer({ minimum: 1, maximum: 10_000 }) }),
  returns: Type.Object({ promoted: Type.Integer() }),
  async handle(ctx) {
    const { dayId, postId } = ctx.params;
    if (!(await ctx.services.days.posts([dayId])).some(({ id }) => id === postId)) throw errors.postUnknown({}, "params.postId");
    return { promoted: await setCapacity(ctx, dayId, postId, ctx.body.most) };
  },
});
