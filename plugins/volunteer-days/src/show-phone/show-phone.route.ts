import { directory } from "@lianxin/directory";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { openPhone } from "./show-phone.js";

const may = directory.permissions.showContact;
const returns = Type.Object({ phone: orNull(Text) });

export const showPhoneRoute = route("GET /volunteers/:volunteerId/phone", {
  summary: "The whole number of a volunteer, to ring them up; each reading is in the access log",
  may,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  returns,
  handle: async (ctx) => ({ phone: await openPhone(ctx, (await findVolunteer(ctx.db, ctx.params.volunteerId))!) }),
});

export const showPhoneOfSignUpRoute = route("GET /sign-ups/:signUpId/phone", {
  summary: "The whole number of somebody who signed up, for the team they are in; each reading is in the access log",
  may,
  at: async ({ params, services }) => services.signUps.placesOf(params.signUpId),
  returns,
  async handle(ctx) {
    const row = await ctx.services.signUps.find(ctx.params.signUpId);
    if (!row) throw errors.signUpUnknown();
    return { phone: await openPhone(ctx, (await findVolunteer(ctx.db, row.volunteerId))!) };
  },
});
