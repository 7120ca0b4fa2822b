import { Type } from "typebox";
import { ratioModes } from "../judge-safety/ratio-packs.js";
import { childrenActivities } from "../plugin.js";
import { route } from "../services.js";
import { Broken, Counted, Day, Id, Line, Made, Nothing, oneOf, orNull, Text, Time, Words } from "../shapes.js";

const { see, signOff } = childrenActivities.permissions;
const Plan = {
  room: Type.Optional(Line),
  ...{ title: Line, purpose: Words, expected: Counted, packId: Id, mode: oneOf(ratioModes), modeNote: Type.Optional(Type.String({ maxLength: 500 })) },
  ...{ isRisky: Type.Boolean(), weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }) },
  ...{ fromOn: Day, untilOn: Day, startTime: Time, endTime: Time, closesOn: Day },
  ...{ emergencyPlan: Type.Optional(Type.String({ maxLength: 4_000 })), insurance: Type.Optional(Type.String({ maxLength: 500 })) },
};
/** Guardians told, guardians to be rung up, adults no letter reaches by name. */
const Told = { told: Type.Integer(), toCall: Type.Integer(), adults: Type.Array(Text) };
const Session = Type.Object({
  ...{ calledOff: orNull(Text), mayRestore: Type.Boolean() },
  ...{ id: Text, heldOn: Text, startsAt: Text, endsAt: Text, state: Text, adults: Type.Integer(), enrolled: Type.Integer(), violations: Type.Array(Broken) },
  posts: Type.Array(Type.Object({ id: Text, adultId: Text, state: Text })),
});

export const planProgrammeRoute = route("POST /programmes", {
  summary: "Plan activities at a home, once or on certain weekdays",
  may: "signed-in",
  at: async ({ body, services }) => services.placeOf.home(body.homeId),
  body: Type.Object({ homeId: Id, ...Plan }),
  returns: Made,
  async handle({ body: { homeId, ...said }, services, may }) {
    await services.plans.mustPlanAt(homeId, may);
    return { id: await services.plans.plan(homeId, said) };
  },
});

export const changePlanRoute = route("PUT /programmes/:programmeId", {
  summary: "Change a plan that has not begun; both sign it anew",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.programme(params.programmeId),
  body: Type.Object({ ...Plan, version: Type.Integer({ minimum: 1 }) }),
  returns: Nothing,
  async handle({ params, body: { version, ...said }, services, may }) {
    await services.plans.mustPlan(params.programmeId, may);
    await services.plans.change(params.programmeId, said, version);
    return {};
  },
});

export const showPlanRoute = route("GET /programmes/:programmeId", {
  summary: "A plan: what it says and lacks, who signed, how each date stands by the rules",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.programme(params.programmeId),
  returns: Type.Object({
    ...{ id: Text, homeId: Text, homeName: Text, placePath: Text, version: Type.Integer(), homeClosedOn: orNull(Text), isMine: Type.Boolean(), citation: Text },
    ...{
      room: orNull(Text),
      rooms: Type.Array(Text),
      hours: Type.Array(Type.Object({ weekday: Type.Integer(), fromTime: Text, toTime: Text })),
      title: Text,
      purpose: Text,
      expected: Counted,
      packId: Text,
      mode: Text,
      modeNote: orNull(Text),
      isRisky: Type.Boolean(),
    },
    ...{ weekdays: Type.Array(Type.Integer()), fromOn: Text, untilOn: Text, startTime: Text, endTime: Text, closesOn: Text },
    ...{ emergencyPlan: orNull(Text), insurance: orNull(Text), gaps: Type.Array(Text), placesFor: Type.Integer(), waiting: Type.Integer() },
    signatures: Type.Array(Type.Object({ kind: Text, at: Text, name: Text })),
    ratio: Type.Object({
      ...{ needed: Type.Integer(), isLeast: Type.Boolean(), mode: Text, arithmetic: Text },
      terms: Type.Array(Type.Object({ band: Text, children: Type.Integer(), perAdult: Type.Integer() })),
    }),
    choices: Type.Array(Type.Object({ packId: Text, mode: Text, needed: Type.Integer() })),
    sessions: Type.Array(Session),
    overrides: Type.Array(Type.Object({ id: Text, sessionId: Text, reason: Text, untilAt: Text, askedBy: Text, isOwn: Type.Boolean() })),
  }),
  async handle({ params, services, may }) {
    // The children's director may have no role at the place of the home, and signs the plan all the same.
    const place = await services.placeOf.programme(params.programmeId);
    if (!(await may("children-activities.see", place))) await services.plans.mustDirect(params.programmeId);
    const { ratio, overrides, ...shown } = await services.plans.show(params.programmeId);
    // Why a rule is to be set aside is told to who may confirm it, not to everybody who sees plans.
    const confirms = shown.isMine || (await may("children-activities.signOff", place));
    return { ...shown, overrides: confirms ? overrides : [], ratio: { ...ratio, terms: [...ratio.terms] } };
  },
});

export const callOffRoute = route("POST /sessions/:sessionId/call-off", {
  summary: "One date is not held after all: guardians and adults on duty are told, and no change of the plan brings it back; who cannot be reached is counted",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 40, pattern: "\\S" }) }),
  returns: Type.Object(Told),
  async handle({ params, body, services, may }) {
    await services.plans.mustPlanSession(params.sessionId, may);
    const { adults, ...told } = await services.plans.callOff(params.sessionId, body.reason);
    return { ...told, adults: [...adults] };
  },
});

export const restoreDateRoute = route("POST /sessions/:sessionId/call-off-undone", {
  summary:
    "A date that was called off is held after all, until it is over: lists and duties come back unless changed meanwhile, and everybody who was told is told",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Type.Object({ ...Told, children: Type.Integer(), childrenNot: Type.Integer(), duties: Type.Integer(), dutiesNot: Type.Integer() }),
  async handle({ params, services, may }) {
    await services.plans.mustPlanSession(params.sessionId, may);
    const { adults, ...told } = await services.plans.restore(params.sessionId);
    return { ...told, adults: [...adults] };
  },
});

export const whomToCallRoute = route("GET /sessions/:sessionId/to-call", {
  summary: "Guardians of a date's children whom no text message reaches, to be rung up by the home's director; each opening is logged",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  returns: Type.Object({ people: Type.Array(Type.Object({ relation: Text, name: Text, phone: Text })) }),
  handle: async ({ params, services }) => ({ people: await services.plans.whomToCall(params.sessionId) }),
});

export const printPlanRoute = route("GET /programmes/:programmeId/plan-sheet", {
  summary: "The plan on paper: what, why, when, for whom, adults, what if something happens, insurance, and the two signatures",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.programme(params.programmeId),
  returns: Nothing,
  async handle({ params, services, may }) {
    if (!(await may("children-activities.see", await services.placeOf.programme(params.programmeId)))) await services.plans.mustDirect(params.programmeId);
    return { file: "活动方案.html", type: "text/html; charset=utf-8", body: await services.papers.plan(params.programmeId) };
  },
});

export const listProgrammesRoute = route("GET /programmes", {
  summary: "The plans at the places one may see, newest first",
  may: see,
  at: "list",
  returns: Type.Object({ programmes: Type.Array(Type.Object({ id: Text, homeId: Text, title: Text, fromOn: Text, untilOn: Text })) }),
  handle: async ({ services, scope }) => ({ programmes: await services.plans.list(scope) }),
});

export const signPlanRoute = route("POST /programmes/:programmeId/director-signature", {
  summary: "Sign a plan as the home's children's director",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.programme(params.programmeId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.plans.sign(params.programmeId, "director");
    return {};
  },
});

export const signForCommunityRoute = route("POST /programmes/:programmeId/community-signature", {
  summary: "Sign a plan for the community",
  may: signOff,
  at: ({ params, services }) => services.placeOf.programme(params.programmeId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.plans.sign(params.programmeId, "community");
    return {};
  },
});

export const publishProgrammeRoute = route("POST /programmes/:programmeId/publish", {
  summary:
    "Publish every date of a signed plan that is safe as planned; the others are named with what is wrong; who was told other hours before is told the new ones",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.programme(params.programmeId),
  returns: Type.Object({
    ...Told,
    published: Type.Integer(),
    blocked: Type.Array(Type.Object({ sessionId: Text, heldOn: Text, violations: Type.Array(Broken) })),
  }),
  async handle({ params, services, may }) {
    await services.plans.mustPlan(params.programmeId, may);
    const { adults, ...published } = await services.plans.publish(params.programmeId);
    return { ...published, adults: [...adults] };
  },
});
