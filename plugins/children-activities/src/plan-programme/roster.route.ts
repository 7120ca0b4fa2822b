import { Type } from "typebox";
import { route } from "../services.js";
import { Id, Made, Nothing } from "../shapes.js";

export const rosterProgrammeRoute = route("POST /programmes/:programmeId/posts", {
  summary: "Put adults on duty at every date of a programme; who is not vetted on a day is suspended there",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.programme(params.programmeId),
  body: Type.Object({ adultIds: Type.Array(Id, { minItems: 1, maxItems: 50 }) }),
  returns: Type.Object({ suspended: Type.Integer() }),
  async handle({ params, body, services, may }) {
    await services.plans.mustPlan(params.programmeId, may);
    return services.roster.programme(params.programmeId, body.adultIds);
  },
});

export const takeDutyRoute = route("POST /sessions/:sessionId/posts", {
  summary: "Put a vetted adult on duty at one session, as a stand-in",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  body: Type.Object({ adultId: Id }),
  returns: Made,
  async handle({ params, body, services, may }) {
    await services.plans.mustPlanSession(params.sessionId, may);
    return { id: await services.roster.take(params.sessionId, body.adultId) };
  },
});

export const endDutyRoute = route("POST /posts/:postId/end", {
  summary: "Call a duty off before it begins",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.post(params.postId),
  returns: Nothing,
  async handle({ params, services, may }) {
    await services.plans.mustPlanPost(params.postId, may);
    await services.roster.end(params.postId);
    return {};
  },
});
