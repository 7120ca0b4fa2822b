import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Count, Day, Line, LocalTime, Minutes, Nothing, oneOf, orNull, Text, WithId, Words } from "../shapes.js";
import { meetingTypes, monthSteps } from "../words.js";
import type { SeriesRule, Weekly } from "./series-rule.js";

const weekday = Type.Unsafe<Weekly["weekday"]>({ type: "integer", minimum: 1, maximum: 7 });
type NthWeekday = Extract<SeriesRule["on"], { readonly nth: number }>;
const Weekday = Type.Object({
  weekday,
  nth: Type.Unsafe<NthWeekday["nth"]>({ type: "integer", enum: [1, 2, 3, 4, 5, -1] }),
});
const Rule = Type.Object({
  on: Type.Union([Weekday, Type.Object({ weekday }), Type.Object({ day: Type.Integer({ minimum: 1, maximum: 31 }) })]),
  shift: oneOf(["skip", "next", "previous", "sameWeekdayNextWeek"] as const),
});
const EveryMonths = Type.Unsafe<(typeof monthSteps)[number]>({ type: "integer", enum: [...monthSteps] });
const ShownRule = Type.Object({
  ...Rule.properties,
  every: Type.Optional(Type.Union([Type.Object({ months: Count, from: Text }), Type.Object({ weeks: Count, from: Text })])),
});
const Clock = Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" });
const DateShape = Type.Object({
  ...{ plannedOn: Text, on: orNull(Text), why: oneOf(["rule", "holiday", "moved", "cancelled", "skipped"] as const) },
  ...{ cancelReason: orNull(Text), meetingId: orNull(Text), isDraft: Type.Boolean() },
});
const Shown = Type.Object({
  ...{ id: Text, bodyId: Text, title: Text, type: Text, rule: ShownRule, startsAt: Text, minutes: Count, placeText: Text, fromOn: Text, untilOn: orNull(Text) },
  dates: Type.Array(DateShape),
});

export const addSeriesRoute = route("POST /bodies/:bodyId/series", {
  summary: "Meetings of a body that come again every week, month or every few",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  body: Type.Object({
    ...{
      title: Line,
      type: oneOf(meetingTypes),
      rule: Rule,
      everyMonths: Type.Optional(EveryMonths),
      everyWeeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
      startsAt: Clock,
      minutes: Minutes,
      placeText: Line,
      fromOn: Day,
      untilOn: Type.Optional(Day),
    },
  }),
  returns: WithId,
  handle: async ({ params, body, services }) => ({ id: await services.series.add((await services.bodies.find(params.bodyId))!, body) }),
});

export const listSeriesRoute = route("GET /series", {
  summary: "Series of meetings with their dates in a span",
  may: meetings.permissions.convene,
  at: "list",
  query: Type.Object({ from: Day, to: Day }),
  returns: Type.Object({ series: Type.Array(Shown) }),
  async handle({ query, scope, services }) {
    const rows = await services.series.list(scope);
    return { series: await Promise.all(rows.map((row) => services.series.show(row, query.from, query.to))) };
  },
});

export const changeDateRoute = route("POST /series/:seriesId/dates/:plannedOn/changes", {
  summary: "Move, cancel or restore one date of a series; the others stay",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.series.placeOf(params.seriesId))!,
  body: Type.Union([Type.Object({ movedTo: Day }), Type.Object({ cancelReason: Words }), Type.Object({ isRestored: Type.Literal(true) })]),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.series.change((await services.series.find(params.seriesId))!, params.plannedOn, body);
    return {};
  },
});

export const draftDateRoute = route("POST /series/:seriesId/dates/:plannedOn/meetings", {
  summary: "Prepare the meeting of one date, its agenda born from what is unfinished (at the cut-off, for an assignment meeting)",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.series.placeOf(params.seriesId))!,
  body: Type.Object({ cutOff: Type.Optional(LocalTime) }),
  returns: WithId,
  handle: async ({ params, body, services }) => ({
    id: await services.series.draft((await services.series.find(params.seriesId))!, params.plannedOn, body.cutOff),
  }),
});

export const endSeriesRoute = route("POST /series/:seriesId/end", {
  summary: "No date of a series after a day; without one it goes on",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.series.placeOf(params.seriesId))!,
  body: Type.Object({ untilOn: orNull(Day) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.series.end((await services.series.find(params.seriesId))!, body.untilOn);
    return {};
  },
});
