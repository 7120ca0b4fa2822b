import { Type } from "typebox";
import { errors } from "../errors.js";
import { isChecker } from "../keep-state/choose-verbs.js";
import { standingOf } from "../keep-state/standing.js";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Id, Note, oneOf, WithState } from "../shapes.js";
import { ways } from "./ways.js";

export const checkWorkRoute = route("POST /commitments/:commitmentId/checks", {
  summary:
    "Check reported work: passed, or what is still missing; never by its owner, nor by whoever entered the report. Where several are named each has to pass it",
  may: "signed-in",
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ isPassed: Type.Boolean(), ways: Type.Array(oneOf(ways), { maxItems: ways.length }), note: Note }),
  returns: WithState,
  async handle(ctx) {
    const row = (await ctx.services.commitments.take(ctx.params.commitmentId))!;
    const verifiers = await ctx.services.commitments.verifiersOf(row.id);
    const standing = await standingOf(ctx, row, await ctx.services.commitments.reporterOf(row.id), verifiers);
    if (standing.isOwner) throw errors.ownCheck();
    if (standing.isReporter) throw errors.ownReport();
    if (!isChecker(standing)) throw errors.verifierOnly();
    if (ctx.body.isPassed && standing.areSeveral && !standing.isVerifier) throw errors.namedOnly();
    if (ctx.body.isPassed && standing.hasPassed) throw errors.passedAlready();
    return { state: await ctx.services.commitments.check(row, ctx.body) };
  },
});

export const changeVerifiersRoute = route("POST /commitments/:commitmentId/verifiers", {
  summary: "Say who checks it from now on, while it is not verified; several each have to pass it, and who passed it already does so again",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.commitments.placeOf(params.commitmentId))!,
  body: Type.Object({ verifierIds: Type.Array(Id, { maxItems: 10 }) }),
  returns: Type.Object({}),
  async handle({ params, body, services }) {
    await services.commitments.changeVerifiers((await services.commitments.take(params.commitmentId))!, body.verifierIds);
    return {};
  },
});
