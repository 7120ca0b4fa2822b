import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Id, Nothing } from "../shapes.js";

export const nameChairRoute = route("PUT /meetings/:meetingId/chair", {
  summary: "Say who chairs a meeting, until it begins",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ personId: Id }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.drafts.nameChair((await services.meetings.find(params.meetingId))!, body.personId);
    return {};
  },
});
