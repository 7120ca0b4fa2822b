import { Type } from "typebox";
import { childrenActivities } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Line, Made, Nothing, oneOf, orNull, Text } from "../shapes.js";
import { adultKinds } from "./vet-adult.js";

const { plan, see } = childrenActivities.permissions;
const facts = { familyGroup: Type.Optional(Type.String({ maxLength: 40 })), firstAidUntil: Type.Optional(Day), trainedOn: Type.Optional(Day) };
const NewAdult = Type.Object({ personId: Id, kind: oneOf(adultKinds), isWoman: Type.Boolean(), ...facts });

export const addAdultRoute = route("POST /places/:path/adults", {
  summary: "Write down an adult of the directory who may be with children",
  may: plan,
  at: ({ params }) => ({ path: params.path }),
  body: NewAdult,
  returns: Made,
  handle: async ({ params, body, services }) => ({ id: await services.adults.add(params.path, body) }),
});

export const addAdultAtRoute = route("POST /homes/:homeId/adults", {
  summary: "Write down an adult for one home, as who plans there or its children's director",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  body: NewAdult,
  returns: Made,
  async handle({ params, body, services, may }) {
    await services.plans.mustPlanAt(params.homeId, may);
    return { id: await services.adults.addAt(params.homeId, body) };
  },
});

export const changeAdultRoute = route("PATCH /adults/:adultId", {
  summary: "Change what is known of an adult, or end their work with children",
  may: plan,
  at: ({ params, services }) => services.placeOf.adult(params.adultId),
  body: Type.Object({ kind: Type.Optional(oneOf(adultKinds)), isWoman: Type.Optional(Type.Boolean()), ...facts, hasLeft: Type.Optional(Type.Boolean()) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.adults.change(params.adultId, body);
    return {};
  },
});

export const recordCheckRoute = route("POST /adults/:adultId/checks", {
  summary: "Record that an adult's record was looked up: day, scope, verdict and by whom; never the document",
  may: plan,
  at: ({ params, services }) => services.placeOf.adult(params.adultId),
  body: Type.Object({ scope: oneOf(["children", "other"]), checkedOn: Day, verdict: oneOf(["clear", "not_clear"]), source: Line }),
  returns: Type.Object({ id: Text, untilOn: Text }),
  handle: ({ params, body, services }) => services.adults.check(params.adultId, body),
});

export const revokeCheckRoute = route("POST /checks/:checkId/revocation", {
  summary: "A check that should not have counted, whatever it said; nobody's own",
  may: plan,
  at: ({ params, services }) => services.placeOf.check(params.checkId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.adults.revoke(params.checkId);
    return {};
  },
});

const Adults = Type.Object({
  adults: Type.Array(
    Type.Object({
      ...{
        id: Text,
        personId: Text,
        name: Text,
        placePath: Text,
        kind: Text,
        isWoman: Type.Boolean(),
        familyGroup: orNull(Text),
        firstAidUntil: orNull(Text),
        trainedOn: orNull(Text),
      },
      ...{ vetting: Text, checkedUntil: orNull(Text), mayChange: Type.Boolean() },
      /** Those that count, newest first; empty for who may not read why. */
      checks: Type.Array(Type.Object({ id: Text, checkedOn: Text, untilOn: Text, verdict: Text })),
    }),
  ),
});

export const listAdultsRoute = route("GET /adults", {
  summary: "The adults who may be with children, and whether their checks hold; why one does not for who looks them up and whose home they serve",
  may: see,
  at: "list",
  returns: Adults,
  handle: async ({ services, scope, may }) => ({ adults: await services.adults.list(scope, (path) => may("children-activities.plan", { path })) }),
});

export const listAdultsAtRoute = route("GET /homes/:homeId/adults", {
  summary: "The adults who may be on duty at a home, for who sees activities there and its director",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Adults,
  async handle({ params, services, may }) {
    if (!(await may("children-activities.see", await services.placeOf.home(params.homeId)))) await services.homes.mustDirect(params.homeId);
    return { adults: await services.adults.listAt(params.homeId, (path) => may("children-activities.plan", { path })) };
  },
});

export const findPeopleRoute = route("GET /homes/:homeId/people", {
  summary: "People of the whole community by their full name, to be put on a home's list of adults; without a name the director themself",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  query: Type.Object({ name: Type.Optional(Type.String({ maxLength: 50 })) }),
  returns: Type.Object({ people: Type.Array(Type.Object({ id: Text, fullName: Text, note: Text })) }),
  async handle({ params, query, services, may }) {
    await services.plans.mustPlanAt(params.homeId, may);
    return { people: await services.adults.find(params.homeId, query.name?.trim() ?? "") };
  },
});
