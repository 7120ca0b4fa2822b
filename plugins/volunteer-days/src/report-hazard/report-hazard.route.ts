import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, Text } from "../shapes.js";
import { reportHazard } from "./report-hazard.js";

export const reportHazardRoute = route("POST /days/:dayId/hazards", {
  summary: "Trouble seen on a day, which volunteers may not touch: it becomes a matter of the community",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, body, services }) => services.days.placesOf(params.dayId, body.siteId),
  body: Type.Object({ siteId: Id, title: Line, spot: Type.Optional(Type.String({ maxLength: 100 })) }),
  returns: Type.Object({ matterId: Text, number: Text }),
  handle: async (ctx) => reportHazard(ctx, (await ctx.services.days.find(ctx.params.dayId))!, ctx.body),
});
