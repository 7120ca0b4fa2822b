import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { ageBands } from "../join-rules/age-rules.js";
import { askedOf } from "./asked-for.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Line, Nothing, oneOf, orNull, Text } from "../shapes.js";

export const enrolVolunteerRoute = route("POST /series/:seriesId/volunteers", {
  summary: "Put somebody who said yes on the rota, with whether they may lead and which sites they know; who left it has to have said yes again",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 100 }),
    ...{ skills: Type.Optional(Line), agreedAgain: Type.Optional(Type.Boolean()) },
    ...{ phone: Type.Optional(Type.String({ maxLength: 30 })), personId: Type.Optional(Id), guardianAgreedOn: Type.Optional(Day) },
    ...{ ageBand: oneOf(ageBands), mayLead: Type.Boolean(), isReserve: Type.Boolean(), knownSiteIds: Type.Array(Id, { maxItems: 100 }) },
  }),
  returns: Type.Object({ id: Text }),
  handle: async ({ params, body, services }) => ({ id: await services.rota.enrol((await services.series.find(params.seriesId))!, body) }),
});

export const leaveRotaRoute = route("POST /volunteers/:volunteerId/leave", {
  summary: "Take somebody off the rota, as they wish",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.rota.leave(params.volunteerId);
    return {};
  },
});

export const putBackRoute = route("POST /volunteers/:volunteerId/return", {
  summary: "Put back on the rota whom the desk took off within a day",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.rota.putBack(params.volunteerId);
    return {};
  },
});

export const listVolunteersRoute = route("GET /volunteers", {
  summary: "Who is on the rota, at the places one may see",
  may: volunteerDays.permissions.see,
  at: "list",
  returns: Type.Object({
    volunteers: Type.Array(
      Type.Object({
        ...{ id: Text, name: Text, phone: orNull(contact(Text)), ageBand: orNull(Text), mayLead: Type.Boolean(), isReserve: Type.Boolean() },
        ...{ knownSiteIds: Type.Array(Text), skills: orNull(Text), pausedUntil: orNull(Text), seriesIds: Type.Array(Text) },
      }),
    ),
  }),
  async handle({ services, scope, clock }) {
    const [rows, series] = [await services.rota.volunteers(scope), await services.series.list(scope)];
    return {
      volunteers: rows.map(({ id, name, phone, ageBand, mayLead, isReserve, skills, knownSiteIds, rotaPausedUntil, ...row }) => ({
        ...{ id, name, phone, ageBand, mayLead, isReserve, skills },
        seriesIds: askedOf(
          row,
          series.filter(({ placePath }) => placePath === row.placePath),
        ),
        knownSiteIds: [...knownSiteIds],
        pausedUntil: rotaPausedUntil !== null && rotaPausedUntil >= clock.today() ? rotaPausedUntil : null,
      })),
    };
  },
});
