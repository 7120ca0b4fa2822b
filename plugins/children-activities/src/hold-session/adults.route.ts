import { Type } from "typebox";
import { route } from "../services.js";
import { Id, Made, Nothing } from "../shapes.js";

/** Whoever is signed in may ask; only who leads the session is answered. */
const may = "signed-in";

export const adultArrivesRoute = route("POST /posts/:postId/arrival", {
  summary: "An adult on duty came",
  may,
  at: ({ params, services }) => services.placeOf.post(params.postId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.sessions.adultArrives(params.postId);
    return {};
  },
});

export const undoAdultArrivalRoute = route("POST /posts/:postId/arrival-undone", {
  summary: "The wrong adult was marked as there; the session is judged anew at once",
  may,
  at: ({ params, services }) => services.placeOf.post(params.postId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.sessions.undoAdultArrival(params.postId);
    return {};
  },
});

export const adultLeavesRoute = route("POST /posts/:postId/leaving", {
  summary: "An adult leaves; the children who are there are judged anew at once",
  may,
  at: ({ params, services }) => services.placeOf.post(params.postId),
  body: Type.Object({ reason: Type.String({ maxLength: 200 }) }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.sessions.adultLeaves(params.postId, body.reason);
    return {};
  },
});

export const undoAdultLeavingRoute = route("POST /posts/:postId/leaving-undone", {
  summary: "An adult was marked as having left by a slip: there as before; the session is judged anew at once",
  may,
  at: ({ params, services }) => services.placeOf.post(params.postId),
  returns: Nothing,
  async handle({ params, services }) {
    await services.sessions.undoAdultLeaving(params.postId);
    return {};
  },
});

export const standInRoute = route("POST /sessions/:sessionId/stand-ins", {
  summary: "A vetted stand-in is put on duty, and comes in at once when it is an hour ahead or later",
  may,
  at: ({ params, services }) => services.placeOf.session(params.sessionId),
  body: Type.Object({ adultId: Id }),
  returns: Made,
  handle: async ({ params, body, services }) => ({ id: await services.sessions.standIn(params.sessionId, body.adultId) }),
});
