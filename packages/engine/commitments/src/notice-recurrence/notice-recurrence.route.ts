import { Type } from "typebox";
import { errors } from "../errors.js";
import { standingOf } from "../keep-state/standing.js";
import { route } from "../services.js";
import { Day, Note, WithState } from "../shapes.js";

export const noticeRecurrenceRoute = route("POST /commitments/:commitmentId/recurrences", {
  summary: "The same trouble is back at the same place: the close-out counts as failed and the promise is open again",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  /** Without a day it is to be done within the days of the rules. */
  body: Type.Object({ reason: Note, dueOn: Type.Optional(Day) }),
  returns: WithState,
  async handle(ctx) {
    const row = (await ctx.services.commitments.take(ctx.params.commitmentId))!;
    const { mayReport, mayCheck, mayClose } = await standingOf(ctx, row);
    if (!mayReport && !mayCheck && !mayClose) throw errors.verifierOnly();
    return { state: await ctx.services.commitments.noticeRecurrence(row, ctx.body) };
  },
});
