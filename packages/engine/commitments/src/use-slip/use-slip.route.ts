import { Type } from "typebox";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { oneOf, Text } from "../shapes.js";
import { standingOf } from "../keep-state/standing.js";
import { evidenceKinds } from "../report-progress/evidence-kinds.js";
import { slipActs, type SlipShown } from "./use-slip.js";

export const Code = Type.String({ minLength: 1, maxLength: 20 });
const Words = Type.Optional(Type.String({ maxLength: 2000 }));

export const makeSlipRoute = route("POST /commitments/:commitmentId/slips", {
  summary: "A fresh short code for the owner's printed slip; refused while an earlier one is out, unless it is to be replaced and ends",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ replaces: Type.Optional(Type.Boolean()) }),
  returns: Type.Object({ code: Text }),
  async handle(ctx) {
    const row = (await ctx.services.commitments.take(ctx.params.commitmentId))!;
    const { mayAssign, mayReport } = await standingOf(ctx, row);
    if (!mayAssign && !mayReport) throw errors.deciderOnly();
    return { code: await ctx.services.commitments.makeSlip(row, ctx.body.replaces === true) };
  },
});

export const useSlipRoute = route("POST /public/slips", {
  summary: "With the code of a printed slip: look at the work, report progress, report it done, or say that it is not one's own; for anyone who holds it",
  may: "anyone",
  at: "none",
  limit: { most: 30, minutes: 10 },
  body: Type.Object({ code: Code, act: oneOf(slipActs), words: Words, kinds: Type.Optional(Type.Array(oneOf(evidenceKinds), { maxItems: 10 })) }),
  returns: Type.Object({
    ...{ title: Text, standard: Text, organization: Text, dueOn: Text, state: Text },
    ...{ evidenceNeeds: Type.Array(Text), mayReturn: Type.Boolean(), isOpen: Type.Boolean() },
  }),
  async handle({ services, body }) {
    const answer = await services.slips.use(body);
    if (answer instanceof Error) throw answer;
    return answer;
  },
  /** Apart from the usual way, so that a wrong code is counted although it is refused. */
  handleMany: async (requests) => {
    const answers: (SlipShown | Error)[] = [];
    for (const { services, body } of requests) answers.push(await services.slips.use(body).catch((error: Error) => error));
    return answers;
  },
});
