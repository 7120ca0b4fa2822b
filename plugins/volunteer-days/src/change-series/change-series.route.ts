import { Type } from "typebox";
import { CareShape, Clashes, tellClashes } from "../change-day/change-day.route.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Day, Line, Nothing, orNull, Time, ToldShape, Words } from "../shapes.js";
import { InsuranceShape } from "../plan-days/insurance.js";
import { changeSeries } from "./change-series.js";
import { changeSite } from "./change-site.js";
import { closeSite, reopenSite } from "./close-site.js";

const Count = Type.Integer({ minimum: 0, maximum: 10_000 });
const Int = Type.Integer();
const isTry = Type.Optional(Type.Boolean());

export const changeSeriesRoute = route("PUT /series/:seriesId", {
  summary:
    "Change what a series says, for its dates ahead; those changed by hand keep their own times, whoever signed up is told. Who has another place then is listed, and has to be seen before",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  body: Type.Object({
    ...{ title: Line, startTime: Time, endTime: Time, untilOn: orNull(Day), meetingPoint: Line },
    ...{ tools: orNull(Words), hazards: orNull(Words), ...InsuranceShape, ...CareShape },
  }),
  returns: Type.Object({ ...Clashes.properties, calledOff: Int, restored: Int, people: Int, ...ToldShape }),
  async handle(ctx) {
    const { clashes, ...concerned } = await changeSeries(ctx, (await ctx.services.series.find(ctx.params.seriesId))!, ctx.body);
    return { ...tellClashes(clashes), ...concerned };
  },
});

export const closeSiteRoute = route("POST /series/:seriesId/sites/:siteId/close", {
  summary: "No team goes to a site any more; who has a place there ahead keeps it. Asked with isTry it is only counted whom it concerns",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  body: Type.Object({ isTry }),
  returns: Type.Object({ stillComing: Int, waiting: Int, moved: Int, ended: Int, ...ToldShape }),
  handle: async (ctx) => closeSite(ctx, (await ctx.services.series.find(ctx.params.seriesId))!, ctx.params.siteId, ctx.body.isTry),
});

export const reopenSiteRoute = route("POST /series/:seriesId/sites/:siteId/reopen", {
  summary: "A team goes to a closed site again, with the places it asks for",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  returns: Nothing,
  async handle(ctx) {
    await reopenSite(ctx, (await ctx.services.series.find(ctx.params.seriesId))!, ctx.params.siteId);
    return {};
  },
});

export const changeSiteRoute = route("PUT /series/:seriesId/sites/:siteId", {
  summary:
    "Change the work, the meeting point, the size or the leader of a site's team for its dates ahead; those with a place hear of another meeting point. Asked with isTry it is only counted whom it concerns",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  body: Type.Object({ work: Line, meetingPoint: orNull(Line), least: Count, most: Count, hasLeader: Type.Optional(Type.Boolean()), isTry }),
  returns: Type.Object({ people: Int, promoted: Int, ...ToldShape }),
  async handle(ctx) {
    const { isTry: tries, ...change } = ctx.body;
    return changeSite(ctx, (await ctx.services.series.find(ctx.params.seriesId))!, ctx.params.siteId, change, tries);
  },
});
