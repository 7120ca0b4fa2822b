import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Line, Nothing, orNull, Text } from "../shapes.js";
import { eraseVolunteer } from "./erase-volunteer.js";
import { findByWord } from "./find-volunteer.js";

export const findVolunteerRoute = route("POST /series/:seriesId/volunteers/search", {
  summary: "Find somebody by their whole name or phone number, on the rota or not",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  body: Type.Object({ who: Line }),
  returns: Type.Object({ found: Type.Array(Type.Object({ id: Text, name: Text, phone: orNull(contact(Text)) })) }),
  handle: async (ctx) => ({ found: await findByWord(ctx, (await ctx.services.series.find(ctx.params.seriesId))!, ctx.body.who) }),
});

export const eraseVolunteerRoute = route("POST /volunteers/:volunteerId/erasure", {
  summary: "Erase for good somebody known by name and phone alone; the name is typed to confirm it",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }),
  returns: Nothing,
  async handle(ctx) {
    await eraseVolunteer(ctx, ctx.params.volunteerId, ctx.body.name);
    return {};
  },
});
