import { AppError } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { volunteerDays, type VolunteerDaysContext } from "../plugin.js";
import { route } from "../services.js";
import { holdDays } from "../sign-up/board.js";
import { JoinedShape } from "../sign-up/sign-up.route.js";
import { Nothing, ToldShape } from "../shapes.js";
import { reachChanged, standingOn } from "../tell-volunteers/who-stands.js";
import { cancelSignUp, getByLink, joinAgain } from "./cancel-sign-up.js";

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
  summary:
    "Give somebody's place back for them, and those of children who would be there alone: says how many, and who that moves up or goes along has to be rung up",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, services }) => services.signUps.placesOf(params.signUpId),
  returns: Type.Object({ children: Type.Integer(), ...ToldShape }),
  async handle(ctx) {
    const row = await ctx.services.signUps.find(ctx.params.signUpId);
    if (!row) throw errors.signUpUnknown();
    // Held first: what others do meanwhile is told by them.
    await holdDays(ctx.db, [row.dayId]);
    const before = await standingOn(ctx, [row.dayId]);
    const children = await cancelSignUp(ctx, row, "desk");
    return { children, ...(await reachChanged(ctx, before, row.id)) };
  },
});

export const joinAgainForOthersRoute = route("POST /sign-ups/:signUpId/again", {
  summary: "Somebody comes after all, said at the desk: a place when one is free, else the end of the line",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, services }) => services.signUps.placesOf(params.signUpId),
  returns: JoinedShape,
  async handle(ctx) {
    const row = await ctx.services.signUps.find(ctx.params.signUpId);
    if (!row) throw errors.signUpUnknown();
    return joinAgain(ctx, row, { via: "worker", enteredById: ctx.actor.personId });
  },
});
