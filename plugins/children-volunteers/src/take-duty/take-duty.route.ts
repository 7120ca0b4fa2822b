import { Type } from "typebox";
import { route } from "../services.js";

const Text = Type.String();
const duty = {
  sessionId: Text,
  programmeId: Text,
  placePath: Text,
  title: Text,
  homeName: Text,
  heldOn: Text,
  startsAt: Text,
  endsAt: Text,
  short: Type.Integer(),
};

export const showMineRoute = route("GET /mine", {
  summary: "Sessions with children that lack adults and that one could come to, and what one was asked oneself",
  may: "signed-in",
  at: "self",
  returns: Type.Object({ duties: Type.Array(Type.Object(duty)), asks: Type.Array(Type.Object({ ...duty, state: Text, link: Text })) }),
  handle: ({ services }) => services.mine.show(),
});

export const takeOwnRoute = route("POST /sessions/:sessionId/own-duty", {
  summary: "Take a duty at a session oneself, when one is on the rota, free then and vetted there",
  may: "signed-in",
  at: "self",
  returns: Type.Object({ id: Text }),
  handle: async ({ params, services }) => ({ id: await services.mine.take(params.sessionId) }),
});
