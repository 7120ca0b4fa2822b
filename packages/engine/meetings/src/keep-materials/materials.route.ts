import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Line, Nothing, Text } from "../shapes.js";

/** Where something lies, or a link, which is longer than a line. */
const Place = Type.String({ minLength: 1, maxLength: 500, pattern: "\\S" });

export const listMaterialsRoute = route("GET /meetings/:meetingId/materials", {
  summary: "What there is to read for an announced meeting, in its order",
  may: meetings.permissions.see,
  at: async ({ params, services }) => (await services.meetings.announcedPlaceOf(params.meetingId))!,
  returns: Type.Object({ materials: Type.Array(Type.Object({ title: Text, place: Text })) }),
  handle: async ({ params, services }) => ({ materials: await services.materials.list(params.meetingId) }),
});

export const keepMaterialsRoute = route("PUT /meetings/:meetingId/materials", {
  summary: "What there is to read, in the place of what there was; until the meeting closes",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  body: Type.Object({ materials: Type.Array(Type.Object({ title: Line, place: Place }), { maxItems: 50 }) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.materials.keep((await services.meetings.find(params.meetingId))!, body.materials);
    return {};
  },
});

export const printMaterialsRoute = route("GET /meetings/:meetingId/material-list", {
  summary: "The list of what there is to read, as a page to print",
  may: meetings.permissions.record,
  at: async ({ params, services }) => (await services.meetings.placeOf(params.meetingId))!,
  returns: Nothing,
  handle: async ({ params, services }) => ({
    file: "会议材料目录.html",
    type: "text/html; charset=utf-8",
    body: await services.materials.print((await services.meetings.find(params.meetingId))!),
  }),
});
