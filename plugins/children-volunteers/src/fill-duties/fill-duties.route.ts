import { Type } from "typebox";
import { childrenVolunteers } from "../plugin.js";
import { route } from "../services.js";

const Text = Type.String();
const Int = Type.Integer();
const { plan } = childrenVolunteers.permissions;

export const showDutiesRoute = route("GET /duties", {
  summary: "Sessions with children that lack adults: whose turn it is by the rota, who was asked and what they said",
  may: plan,
  at: "list",
  returns: Type.Object({
    duties: Type.Array(
      Type.Object({
        ...{ sessionId: Text, programmeId: Text, placePath: Text, title: Text, homeName: Text, heldOn: Text, startsAt: Text, endsAt: Text, short: Int },
        ...{ proposed: Type.Array(Text), asked: Type.Array(Type.Object({ name: Text, state: Text, isTold: Type.Boolean() })) },
      }),
    ),
  }),
  handle: async ({ services, scope }) => ({ duties: await services.duties.list(scope) }),
});

export const fillProgrammeRoute = route("POST /programmes/:programmeId/fill", {
  summary: "Put volunteers on duty by turn wherever adults are missing at a programme; each is told, with a link to decline",
  may: plan,
  at: async ({ params, services }) => ({ path: (await services.duties.ofProgramme(params.programmeId))[0]!.placePath }),
  returns: Type.Object({ placed: Int, missing: Int }),
  handle: ({ params, services }) => services.duties.fill(params.programmeId),
});

export const askStandInsRoute = route("POST /sessions/:sessionId/asks", {
  summary: "Ask the next few volunteers whose turn it is to come to a session; the first who says yes has the duty",
  may: plan,
  at: async ({ params, services }) => ({ path: (await services.asks.duty(params.sessionId)).placePath }),
  returns: Type.Object({ asked: Int }),
  handle: async ({ params, services }) => ({ asked: await services.asks.more(params.sessionId) }),
});
