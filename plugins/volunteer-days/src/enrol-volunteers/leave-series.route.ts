import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Nothing } from "../shapes.js";
import { leaveSeries, returnToSeries } from "./leave-series.js";

export const leaveSeriesRoute = route("POST /volunteers/:volunteerId/series/:seriesId/leave", {
  summary: "Take somebody off the rota of one series, as they wish; they stay on those of others",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  returns: Nothing,
  async handle(ctx) {
    await leaveSeries(ctx, ctx.params.volunteerId, ctx.params.seriesId);
    return {};
  },
});

export const returnToSeriesRoute = route("POST /volunteers/:volunteerId/series/:seriesId/return", {
  summary: "Put back on the rota of a series whom the desk took off it within a day",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  returns: Nothing,
  async handle(ctx) {
    await returnToSeries(ctx, ctx.params.volunteerId, ctx.params.seriesId);
    return {};
  },
});
