import { Type } from "typebox";
import { errors } from "../errors.js";
import type { ReferralMove } from "../keep-state/referral-state.js";
import { isAddressed } from "../find-matter/reader-rights.js";
import { matters } from "../plugin.js";
import { route, type RouteParts } from "../services.js";
import { Id, Line, Text, Words } from "../shapes.js";

const Said = Type.Object({ words: Type.Optional(Words) });
const State = Type.Object({ state: Text });

export const referMatterRoute = route("POST /matters/:matterId/referrals", {
  summary: "Send a matter to one or several units, one of them in the lead",
  may: matters.permissions.refer,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({
    units: Type.Array(Type.Object({ unitId: Type.Optional(Id), unitName: Type.Optional(Line), office: Type.Optional(Line), isLead: Type.Boolean() }), {
      minItems: 1,
      maxItems: 10,
    }),
    note: Type.Optional(Words),
  }),
  returns: State,
  async handle({ params, body, services }) {
    const { state } = await services.referrals.add((await services.matters.find(params.matterId))!, body);
    return { state };
  },
});

/** A person of the unit itself, or whoever may refer and writes down what the unit said. */
async function settle({ params, services, use, actor, may }: RouteParts<"referralId">, move: ReferralMove, words?: string) {
  const referral = (await services.referrals.find(params.referralId))!;
  const roles = actor.personId ? await use.directory.rolesOf(actor.personId) : [];
  const unitIds = roles.flatMap(({ organizationId }) => organizationId ?? []);
  const place = (await services.referrals.placeOf(referral.id))!;
  const isPersonal = (await services.matters.find(referral.matterId))!.isPersonal === true;
  const isSender = (await may("matters.refer", place)) || (isPersonal && (await may("matters.screen", place)));
  if (!isAddressed(referral, { unitIds, personId: actor.personId }) && !isSender) throw errors.referralNotYours({ unit: referral.unitName });
  return { state: (await services.referrals.settle(referral, move, words)).state };
}

export const acceptReferralRoute = route("POST /referrals/:referralId/acceptance", {
  summary: "The unit takes what was sent to it",
  may: "signed-in",
  at: async ({ params, services }) => (await services.referrals.placeOf(params.referralId))!,
  returns: State,
  handle: (ctx) => settle(ctx, "acceptReferral"),
});

export const returnReferralRoute = route("POST /referrals/:referralId/return", {
  summary: "The unit sends it back and says why; every return is counted",
  may: "signed-in",
  at: async ({ params, services }) => (await services.referrals.placeOf(params.referralId))!,
  body: Said,
  returns: State,
  handle: (ctx) => settle(ctx, "returnReferral", ctx.body.words),
});

export const answerReferralRoute = route("POST /referrals/:referralId/answer", {
  summary: "The unit has done it and says what",
  may: "signed-in",
  at: async ({ params, services }) => (await services.referrals.placeOf(params.referralId))!,
  body: Said,
  returns: State,
  handle: (ctx) => settle(ctx, "answerReferral", ctx.body.words),
});
