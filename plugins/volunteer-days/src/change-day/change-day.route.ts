import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Day, Line, oneOf, Reason, Text, Time, ToldShape, Words } from "../shapes.js";
import { cancelReasons, type Changed } from "./change-day.js";
import type { Clash } from "./find-clashes.js";

const may = volunteerDays.permissions.plan;

/** Asked with isTry nothing changes; clashing says how many clashes were seen. */
export const CareShape = { isTry: Type.Optional(Type.Boolean()), clashing: Type.Optional(Type.Integer({ minimum: 0 })) };
const OnHolidayShape = { holidayWhy: Type.Optional(Reason) };
/** Who has another place at the new time, and which. */
export const Clashes = Type.Object({ clashes: Type.Array(Type.Object({ name: Text, other: Text })) });
export const tellClashes = (clashes: readonly Clash[]) => ({ clashes: clashes.map(({ name, other }) => ({ name, other })) });

const ChangedShape = Type.Object({ ...Clashes.properties, ...ToldShape });
const tellChanged = ({ clashes, told, toCall }: Changed) => ({ ...tellClashes(clashes), told, toCall });

export const dateOptionsRoute = route("GET /days/:dayId/options", {
  summary: "Where a date on a holiday may go",
  may,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  returns: Type.Object({ options: Type.Array(Type.Object({ day: Text, isMakeUp: Type.Boolean() })) }),
  handle: async ({ params, services }) => ({ options: await services.days.options((await services.days.find(params.dayId))!) }),
});

export const moveDayRoute = route("PUT /days/:dayId", {
  summary: "Move one date, its times or where to meet; everybody who signed up is told. Who has another place then is listed, and has to be seen before",
  may,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  body: Type.Object({
    ...{ heldOn: Type.Optional(Day), startTime: Type.Optional(Time), endTime: Type.Optional(Time) },
    ...{ meetingPoint: Type.Optional(Line), words: Type.Optional(Words), ...CareShape, ...OnHolidayShape },
  }),
  returns: ChangedShape,
  handle: async ({ params, body, services }) => tellChanged(await services.days.move((await services.days.find(params.dayId))!, body)),
});

export const cancelDayRoute = route("POST /days/:dayId/cancel", {
  summary: "Call one date off, for rain or a holiday; everybody who signed up is told, and no hours accrue",
  may,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  body: Type.Object({ reason: oneOf(cancelReasons), words: Type.Optional(Words) }),
  returns: Type.Object(ToldShape),
  handle: async ({ params, body, services }) => services.days.cancel((await services.days.find(params.dayId))!, body),
});

export const restoreDayRoute = route("POST /days/:dayId/restore", {
  summary:
    "Take a call-off back, or hold a date on a holiday as planned, with the reason; who had signed up still has. Who has another place by now is listed, and has to be seen before",
  may,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  body: Type.Object({ ...CareShape, ...OnHolidayShape }),
  returns: ChangedShape,
  handle: async ({ params, body, services }) => tellChanged(await services.days.restore((await services.days.find(params.dayId))!, body)),
});
