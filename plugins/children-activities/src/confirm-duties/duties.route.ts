import { Type } from "typebox";
import { childrenActivities } from "../plugin.js";
import { route } from "../services.js";
import { Made, Nothing, Text } from "../shapes.js";

export const confirmDutiesRoute = route("POST /places/:path/duties", {
  summary: "Confirm the safeguarding duties for a place: from now on activities may be planned there",
  may: childrenActivities.permissions.confirm,
  at: ({ params }) => ({ path: params.path }),
  body: Type.Object({ agreed: Type.Array(Type.Integer({ minimum: 1, maximum: 20 }), { maxItems: 20 }) }),
  returns: Made,
  handle: async ({ params, body, services }) => ({ id: await services.duties.confirm(params.path, body.agreed) }),
});

export const endDutiesRoute = route("POST /places/:path/duties/end", {
  summary: "Turn the activities off at a place; nothing opens there any more",
  may: childrenActivities.permissions.confirm,
  at: ({ params }) => ({ path: params.path }),
  returns: Nothing,
  async handle({ params, services }) {
    await services.duties.end(params.path);
    return {};
  },
});

export const listDutiesRoute = route("GET /duties", {
  summary: "Where the safeguarding duties are confirmed, and since when",
  may: childrenActivities.permissions.see,
  at: "list",
  returns: Type.Object({ path: Text, confirmed: Type.Array(Type.Object({ placePath: Text, confirmedAt: Text, textVersion: Text })) }),
  handle: async ({ services, scope, use }) => ({
    path: (await use.directory.community())?.path ?? "",
    confirmed: (await services.duties.list(scope)).map(({ placePath, confirmedAt, textVersion }) => ({ placePath, confirmedAt, textVersion })),
  }),
});
