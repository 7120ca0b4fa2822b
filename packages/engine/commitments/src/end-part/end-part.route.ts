import { Type } from "typebox";
import { errors } from "../errors.js";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Id, Note } from "../shapes.js";

const Nothing = Type.Object({});

export const mergePartRoute = route("POST /parts/:partId/merging", {
  summary: "This line and another, where one may assign too, are one piece of work: it goes, the other stays",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({ intoId: Id, reason: Note }),
  returns: Nothing,
  async handle({ params, body, services, may }) {
    const into = await services.parts.placeOf(body.intoId);
    if (into && !(await may("commitments.assign", into))) throw errors.partUnknown({}, "body.intoId");
    await services.parts.merge((await services.parts.take(params.partId))!, body.intoId, body.reason);
    return {};
  },
});

export const withdrawPartRoute = route("POST /parts/:partId/withdrawal", {
  summary: "Who asked for the work does not want it any more",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({ reason: Note }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.parts.withdraw((await services.parts.take(params.partId))!, body.reason);
    return {};
  },
});

export const restorePartRoute = route("POST /parts/:partId/restoring", {
  summary: "Put a part back that left the ledger by mistake",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  returns: Nothing,
  async handle({ params, services }) {
    await services.parts.restore((await services.parts.take(params.partId))!);
    return {};
  },
});
