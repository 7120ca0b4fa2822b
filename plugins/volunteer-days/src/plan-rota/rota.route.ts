import { Type } from "typebox";
import { findSeries } from "../keep-days/day.repository.js";
import { volunteerDays } from "../plugin.js";
import { seenOf } from "../reach-days/sites-seen.js";
import { route } from "../services.js";
import { BecauseShape, Id, orNull, Text, ToldShape } from "../shapes.js";
import { draftRota } from "./publish-rota.js";

const Int = Type.Integer();
const Placed = Type.Object({ placed: Int, shortSites: Int, ...ToldShape });
const Cell = Type.Object({
  ...{ siteId: Text, taken: Int, most: Int, least: Int, isStranger: Type.Boolean() },
  people: Type.Array(Type.Object({ signUpId: Text, name: Text, kind: Text, because: orNull(BecauseShape) })),
  proposed: Type.Array(Type.Object({ name: Text, kind: Text, ...BecauseShape.properties })),
});

export const showRotaRoute = route("GET /series/:seriesId/rota", {
  summary: "The rota as weeks by sites: who has a place, who would get the free ones and why, how evenly people serve before and after",
  may: volunteerDays.permissions.see,
  at: async ({ params, services }) => services.series.placesOf(params.seriesId),
  returns: Type.Object({
    sites: Type.Array(Type.Object({ id: Text, name: Text })),
    days: Type.Array(
      Type.Object({
        ...{ id: Text, originalOn: Text, heldOn: Text, state: Text, holiday: orNull(Text), reason: orNull(Text) },
        cells: Type.Array(Cell),
      }),
    ),
    ...{ before: Type.Array(Int), after: Type.Array(Int), people: Int, reserve: Int, missingYears: Type.Array(Int) },
    ...{ isWhole: Type.Boolean(), mayPlan: Type.Boolean() },
  }),
  async handle(ctx) {
    const series = (await ctx.services.series.find(ctx.params.seriesId))!;
    const { isTheirs, ...seen } = await seenOf(ctx, series, "volunteer-days.see");
    return { ...(await ctx.services.rota.show(series, undefined, isTheirs)), ...seen };
  },
});

export const publishRotaRoute = route("POST /series/:seriesId/rota/publish", {
  summary: "Give the places of some days by the rota; everybody placed is told where, with a link to decline",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  body: Type.Object({ dayIds: Type.Array(Id, { minItems: 1, maxItems: 60 }) }),
  returns: Placed,
  prepare: async (ctx) => draftRota(ctx, (await findSeries(ctx.db, ctx.params.seriesId))!, ctx.body.dayIds),
  handle: async ({ services, prepared }) => ({ ...(await services.rota.publish(prepared)), shortSites: prepared.shortSites }),
});

export const fillDayRoute = route("POST /days/:dayId/fill", {
  summary: "Fill the free places of a day from the reserve list, whose turn it is first",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  returns: Placed,
  async prepare(ctx) {
    const day = (await ctx.services.days.find(ctx.params.dayId))!;
    return draftRota(ctx, (await findSeries(ctx.db, day.seriesId))!, [day.id], "reserve");
  },
  handle: async ({ services, prepared }) => ({ ...(await services.rota.publish(prepared)), shortSites: prepared.shortSites }),
});
