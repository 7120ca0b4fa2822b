import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Instant, Nothing, oneOf, Weekly, WithId } from "../shapes.js";
import { busyKinds } from "../words.js";

export const setWeeklyRoute = route("PUT /people/:personId/weekly-hours", {
  summary: "Replace when a person can usually come",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  body: Type.Object({ weekly: Weekly }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.calendars.setWeekly(params.personId, body.weekly);
    return {};
  },
});

export const addBusyRoute = route("POST /people/:personId/busy", {
  summary: "Add a time when a person cannot come; why is never asked",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  body: Type.Object({ startsAt: Instant, endsAt: Instant, kind: oneOf(busyKinds) }),
  returns: WithId,
  handle: async ({ params, body, services }) => ({ id: await services.calendars.addBusy(params.personId, body) }),
});

export const removeBusyRoute = route("DELETE /people/:personId/busy/:busyId", {
  summary: "They can come after all",
  may: directory.permissions.edit,
  at: async ({ params, services }) => (await services.people.placeOf(params.personId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.calendars.removeBusy(params.personId, params.busyId);
    return {};
  },
});
