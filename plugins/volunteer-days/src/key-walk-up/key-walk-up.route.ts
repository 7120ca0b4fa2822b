import { Type } from "typebox";
import { ageBands } from "../join-rules/age-rules.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Id, oneOf, Text, Time } from "../shapes.js";
import { keyWalkUp } from "./key-walk-up.js";

export const keyWalkUpRoute = route("POST /days/:dayId/walk-ups", {
  summary: "Somebody who came without having signed up, on the spot or from the paper afterwards: a place at the site, with the times of the row",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, body, services }) => services.days.placesOf(params.dayId, body.siteId),
  body: Type.Object({
    ...{ name: Type.String({ minLength: 1, maxLength: 100 }), phone: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })), siteId: Id },
    ...{ ageBand: Type.Optional(oneOf(ageBands)), hasGuardian: Type.Optional(Type.Boolean()) },
    ...{ time: Type.Optional(Time), left: Type.Optional(Time) },
  }),
  returns: Type.Object({ signUpId: Text, number: Text, name: Text, isNew: Type.Boolean() }),
  async handle(ctx) {
    const day = (await ctx.services.days.find(ctx.params.dayId))!;
    return keyWalkUp(ctx, day, ctx.body, await ctx.may("volunteer-days.signUpOthers", { path: day.placePath }));
  },
});
