import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Day, Line, Nothing, oneOf, Text, Time, Words } from "../shapes.js";
import { cancelReasons } from "./change-day.js";

const may = volunteerDays.permissions.plan;

export const dateOptionsRoute = route("GET /days/:dayId/options", {
  summary: "Where a date on a holiday may go",
  may,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  returns: Type.Object({ options: Type.Array(Type.Object({ day: Text, isMakeUp: Type.Boolean() })) }),
  handle: async ({ params, services }) => ({ options: await services.days.options((await services.days.find(params.dayId))!) }),
});

export const moveDayRoute = route("PUT /days/:dayId", {
  summary: "Move one date, its times or where to meet; everybody who signed up is told",
  may,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  body: Type.Object({
    ...{ heldOn: Type.Optional(Day), startTime: Type.Optional(Time), endTime: Type.Optional(Time) },
    ...{ meetingPoint: Type.Optional(Line), words: Type.Optional(Words) },
  }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.days.move((await services.days.find(params.dayId))!, body);
    return {};
  },
});

export const cancelDayRoute = route("POST /days/:dayId/cancel", {
  summary: "Call one date off, for rain or a holiday; everybody who signed up is told, and no hours accrue",
  may,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  body: Type.Object({ reason: oneOf(cancelReasons), words: Type.Optional(Words) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.days.cancel((await services.days.find(params.dayId))!, body);
    return {};
  },
});

export const restoreDayRoute = route("POST /days/:dayId/restore", {
  summary: "Take a call-off back; who had signed up still has",
  may,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.days.restore((await services.days.find(params.dayId))!);
    return {};
  },
});
