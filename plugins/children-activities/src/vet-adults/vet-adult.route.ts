import { Type } from "typebox";
import { childrenActivities } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Line, Made, Nothing, oneOf, orNull, Text } from "../shapes.js";
import { adultKinds } from "./vet-adult.js";

const { plan, see } = childrenActivities.permissions;
const facts = { familyGroup: Type.Optional(Type.String({ maxLength: 40 })), firstAidUntil: Type.Optional(Day), trainedOn: Type.Optional(Day) };

export const addAdultRoute = route("POST /places/:path/adults", {
  summary: "Write down an adult of the directory who may be with children",
  may: plan,
  at: ({ params }) => ({ path: params.path }),
  body: Type.Object({ personId: Id, kind: oneOf(adultKinds), isWoman: Type.Boolean(), ...facts }),
  returns: Made,
  handle: async ({ params, body, services }) => ({ id: await services.adults.add(params.path, body) }),
});

export const changeAdultRoute = route("PATCH /adults/:adultId", {
  summary: "Change what is known of an adult, or end their work with children",
  may: plan,
  at: ({ params, services }) => services.placeOf.adult(params.adultId),
  body: Type.Object({ ...facts, hasLeft: Type.Optional(Type.Boolean()) }),
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

export const listAdultsRoute = route("GET /adults", {
  summary: "The adults who may be with children, and whether their checks hold; why one does not for who looks them up",
  may: see,
  at: "list",
  returns: Type.Object({
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
        ...{ vetting: Text, checkedUntil: orNull(Text) },
        /** Those that count, newest first; empty for who may not read why. */
        checks: Type.Array(Type.Object({ id: Text, checkedOn: Text, untilOn: Text, verdict: Text })),
      }),
    ),
  }),
  handle: async ({ services, scope, may }) => ({ adults: await services.adults.list(scope, (path) => may("children-activities.plan", { path })) }),
});
