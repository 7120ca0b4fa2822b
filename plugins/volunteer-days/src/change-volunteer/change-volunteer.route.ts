import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Id, Line, Nothing, orNull } from "../shapes.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { changePhone, undoPhone } from "./change-phone.js";
import { changeStanding } from "./change-standing.js";

const may = volunteerDays.permissions.plan;

export const changeStandingRoute = route("PUT /volunteers/:volunteerId/standing", {
  summary: "Change what is said of a volunteer: whether they may lead, are on the reserve list, which sites they know and what they can do",
  may,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  body: Type.Object({ mayLead: Type.Boolean(), isReserve: Type.Boolean(), knownSiteIds: Type.Array(Id, { maxItems: 100 }), skills: orNull(Line) }),
  returns: Nothing,
  async handle(ctx) {
    await changeStanding(ctx, (await findVolunteer(ctx.db, ctx.params.volunteerId))!, ctx.body);
    return {};
  },
});

export const changePhoneRoute = route("PUT /volunteers/:volunteerId/phone", {
  summary: "Change a volunteer's telephone number, or take a wrong one away; says how many children stand under the old one",
  may,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  body: Type.Object({ phone: orNull(Type.String({ minLength: 1, maxLength: 30 })) }),
  returns: Type.Object({ children: Type.Integer() }),
  handle: async (ctx) => ({ children: await changePhone(ctx, (await findVolunteer(ctx.db, ctx.params.volunteerId))!, ctx.body.phone) }),
});

export const undoPhoneRoute = route("POST /volunteers/:volunteerId/phone/undo", {
  summary: "Put back the number a volunteer had before the desk changed it, within a day",
  may,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  returns: Nothing,
  async handle(ctx) {
    await undoPhone(ctx, (await findVolunteer(ctx.db, ctx.params.volunteerId))!);
    return {};
  },
});
