import { Type } from "typebox";
import { CareShape, Clashes, tellClashes } from "../change-day/change-day.route.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Day, Line, orNull, Time, Words } from "../shapes.js";
import { InsuranceShape } from "../plan-days/insurance.js";
import { changeSeries, closeSite } from "./change-series.js";

export const changeSeriesRoute = route("PUT /series/:seriesId", {
  summary:
    "Change what a series says, for its dates ahead; those changed by hand keep their own times, whoever signed up is told. Who has another place then is listed, and has to be seen before",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  body: Type.Object({
    ...{ title: Line, startTime: Time, endTime: Time, untilOn: orNull(Day), meetingPoint: Line },
    ...{ tools: orNull(Words), hazards: orNull(Words), ...InsuranceShape, ...CareShape },
  }),
  returns: Clashes,
  handle: async (ctx) => tellClashes(await changeSeries(ctx, (await ctx.services.series.find(ctx.params.seriesId))!, ctx.body)),
});

export const closeSiteRoute = route("POST /series/:seriesId/sites/:siteId/close", {
  summary: "No team goes to a site any more; who has a place there ahead keeps it",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  returns: Type.Object({ stillComing: Type.Integer(), moved: Type.Integer(), ended: Type.Integer() }),
  handle: async (ctx) => closeSite(ctx, (await ctx.services.series.find(ctx.params.seriesId))!, ctx.params.siteId),
});
