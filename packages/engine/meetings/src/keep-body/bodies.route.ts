import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { route } from "../services.js";
import { Nothing, oneOf, Text } from "../shapes.js";
import { seatMarks } from "../words.js";

export const listEndedBodiesRoute = route("GET /ended-bodies", {
  summary: "Bodies that meet no more, latest first",
  may: meetings.permissions.arrange,
  at: "list",
  returns: Type.Object({ bodies: Type.Array(Type.Object({ id: Text, name: Text, kind: Text, endedOn: Text })) }),
  async handle({ services, scope }) {
    return { bodies: (await services.bodies.listEnded(scope)).map(({ id, name, kind, endedOn }) => ({ id, name, kind, endedOn: endedOn! })) };
  },
});

export const endBodyRoute = route("POST /bodies/:bodyId/ending", {
  summary: "A body meets no more from today on; refused while it has meetings open or a series running",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.bodies.end((await services.bodies.find(params.bodyId))!);
    return {};
  },
});

export const resumeBodyRoute = route("DELETE /bodies/:bodyId/ending", {
  summary: "A body that was ended meets again",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.bodies.resume((await services.bodies.find(params.bodyId))!);
    return {};
  },
});

export const markSeatRoute = route("PUT /bodies/:bodyId/seats/:seatId/marks", {
  summary: "Say what a seat counts as for rules about how a body is made up",
  may: meetings.permissions.arrange,
  at: async ({ params, services }) => (await services.bodies.placeOf(params.bodyId))!,
  body: Type.Object({ marks: Type.Array(oneOf(seatMarks), { maxItems: 3, uniqueItems: true }) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.bodies.mark((await services.bodies.find(params.bodyId))!, params.seatId, body.marks);
    return {};
  },
});
