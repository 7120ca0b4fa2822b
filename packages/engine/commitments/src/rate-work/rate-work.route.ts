import { Type } from "typebox";
import { errors } from "../errors.js";
import { standingOf } from "../keep-state/standing.js";
import { route } from "../services.js";
import { Day, Id, Note, oneOf, WithState } from "../shapes.js";
import { resolutions, satisfactions } from "./judge-ratings.js";

export const Rating = { resolved: oneOf(resolutions), satisfied: oneOf(satisfactions), comment: Note };

export const rateWorkRoute = route("POST /commitments/:commitmentId/ratings", {
  summary:
    "Say whether work that was checked or closed solved it, and whether one is satisfied; for oneself, or entered from paper for a resident, then with the day by which it is to be done if that opens it again",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ ...Rating, raterId: Type.Optional(Id), isFromPaper: Type.Optional(Type.Boolean()), dueOn: Type.Optional(Day) }),
  returns: WithState,
  async handle(ctx) {
    const { raterId, isFromPaper, dueOn, ...rated } = ctx.body;
    const { params, services, actor, may } = ctx;
    const row = (await services.commitments.take(params.commitmentId))!;
    const isForOther = isFromPaper === true || raterId !== undefined;
    const { isOwner, isOfOwner } = await standingOf(ctx, row);
    if (isOwner || (isOfOwner && !isForOther)) throw errors.ownRating();
    if (isForOther && !(await may("commitments.report", { path: row.placePath }))) throw errors.rateForOther();
    const from = isForOther ? ({ raterId: raterId ?? null, via: "paper", dueOn } as const) : ({ raterId: actor.personId, via: "account" } as const);
    return { state: await services.commitments.rate(row, { ...rated, ...from }) };
  },
});
