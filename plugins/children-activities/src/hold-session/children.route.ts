import { Type } from "typebox";
import { route } from "../services.js";
import { Nothing, Text } from "../shapes.js";

/** Whoever is signed in may ask; only who leads the session is answered. */
const may = "signed-in";

export const childArrivesRoute = route("POST /attendances/:attendanceId/arrival", {
  summary: "A child comes; gives the code with which it is collected",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Type.Object({ code: Text, mayBePhotographed: Type.Boolean() }),
  handle: ({ params, services }) => services.sessions.childArrives(params.attendanceId),
});

export const undoArrivalRoute = route("POST /attendances/:attendanceId/arrival-undone", {
  summary: "The wrong child was marked as there: it is expected again and its code is void",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.sessions.undoArrival(params.attendanceId);
    return {};
  },
});

export const undoDepartureRoute = route("POST /attendances/:attendanceId/departure-undone", {
  summary: "The wrong child was signed out: it is there still; gives the new code with which it is collected",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Type.Object({ code: Text }),
  handle: ({ params, services }) => services.sessions.undoDeparture(params.attendanceId),
});

export const childAbsentRoute = route("POST /attendances/:attendanceId/absence", {
  summary: "A child did not come, and the family was called",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.sessions.childAbsent(params.attendanceId);
    return {};
  },
});

export const changeBadgeRoute = route("POST /attendances/:attendanceId/badge", {
  summary: "The badge was exchanged for one that says: no photographs",
  may,
  at: ({ params, services }) => services.placeOf.attendance(params.attendanceId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.sessions.changeBadge(params.attendanceId);
    return {};
  },
});
