import { Type } from "typebox";
import { errors } from "../errors.js";
import { standingOf } from "../keep-state/standing.js";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Note, oneOf, Text } from "../shapes.js";
import { Code } from "../use-slip/use-slip.route.js";
import { resolutions, satisfactions } from "./judge-ratings.js";
import type { RatingShown } from "./use-rating-code.js";

export const makeRatingCodesRoute = route("POST /commitments/:commitmentId/rating-codes", {
  summary: "Codes for so many residents to rate with, without an account; each once. Not handed out by the owner, nor by their organisation",
  may: commitments.permissions.check,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ count: Type.Integer({ minimum: 1, maximum: 60 }) }),
  returns: Type.Object({ codes: Type.Array(Text) }),
  async handle(ctx) {
    const { params, body, services } = ctx;
    const row = (await services.commitments.take(params.commitmentId))!;
    const { isOwner, isOfOwner } = await standingOf(ctx, row);
    if (isOwner || isOfOwner) throw errors.ownRating();
    return { codes: await services.commitments.makeRatingCodes(row, body.count) };
  },
});

export const useRatingCodeRoute = route("POST /public/ratings", {
  summary: "With a rating code: look at what was done, and say whether it solved it and whether one is satisfied; for anyone who holds it, once",
  may: "anyone",
  at: "none",
  limit: { most: 60, minutes: 10 },
  body: Type.Object({ code: Code, resolved: Type.Optional(oneOf(resolutions)), satisfied: Type.Optional(oneOf(satisfactions)), comment: Note }),
  returns: Type.Object({ title: Text, standard: Text, organization: Text, isRated: Type.Boolean() }),
  async handle({ services, body }) {
    const answer = await services.slips.rate(body);
    if (answer instanceof Error) throw answer;
    return answer;
  },
  /** Apart from the usual way, so that a wrong code is counted although it is refused. */
  handleMany: async (requests) => {
    const answers: (RatingShown | Error)[] = [];
    for (const { services, body } of requests) answers.push(await services.slips.rate(body).catch((error: Error) => error));
    return answers;
  },
});
