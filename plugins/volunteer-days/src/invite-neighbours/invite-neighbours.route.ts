import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Nothing, Text } from "../shapes.js";
import { printPoster, writeDayText } from "./invite-neighbours.js";

export const printPosterRoute = route("GET /series/:seriesId/poster", {
  summary: "The poster with the code of the public page, to print",
  may: volunteerDays.permissions.see,
  at: async ({ params, services }) => services.series.placesOf(params.seriesId),
  returns: Nothing,
  handle: async (ctx) => ({
    file: "志愿者海报.html",
    type: "text/html; charset=utf-8",
    body: await printPoster(ctx, (await ctx.services.series.find(ctx.params.seriesId))!),
  }),
});

export const groupTextRoute = route("GET /days/:dayId/group-text", {
  summary: "What is pasted into a neighbours' group: when, where, how many are missing, the address",
  may: volunteerDays.permissions.see,
  at: async ({ params, services }) => services.days.placesOf(params.dayId),
  returns: Type.Object({ text: Text }),
  handle: async (ctx) => ({ text: await writeDayText(ctx, (await ctx.services.days.find(ctx.params.dayId))!) }),
});
