import { Type } from "typebox";
import { route } from "../services.js";
import { Counted, Id, Nothing, oneOf, Text } from "../shapes.js";
import { standings } from "./stand-by.js";

/** Whoever is signed in may ask; only the home's director is answered. */
const may = "signed-in";
const Ids = Type.Array(Id, { maxItems: 200 });

export const showOpeningsRoute = route("GET /homes/:homeId/openings", {
  summary: "The programmes of a home children may be enrolled for, and how each child stands by it; by number, without a name",
  may,
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Type.Object({
    programmes: Type.Array(
      Type.Object({
        ...{ programmeId: Text, title: Text, closesOn: Text, fromOn: Text, untilOn: Text, dates: Type.Integer(), left: Counted, isLate: Type.Boolean() },
        children: Type.Array(Type.Object({ childId: Text, standing: oneOf(standings), agreed: Type.Integer(), busy: Type.Integer() })),
      }),
    ),
  }),
  handle: async ({ params, services }) => ({ programmes: await services.enrolment.openings(params.homeId) }),
});

export const enrolChildrenRoute = route("POST /programmes/:programmeId/enrolments", {
  summary:
    "Enrol children of the home for the dates ahead their guardians agreed to and at whose time they are expected nowhere else, all or none; who was taken off a date only when named again",
  may,
  at: ({ params, services }) => services.placeOf.programme(params.programmeId),
  body: Type.Object({ childIds: Ids, againIds: Type.Optional(Ids) }),
  returns: Type.Object({ children: Type.Integer(), dates: Type.Integer() }),
  handle: ({ params, body, services }) => services.enrolment.enrol(params.programmeId, body.childIds, body.againIds),
});

export const cancelEnrolmentRoute = route("POST /attendances/:attendanceId/cancel", {
  summary: "A child does not come to a date after all",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.enrolment.cancel(params.attendanceId);
    return {};
  },
});
