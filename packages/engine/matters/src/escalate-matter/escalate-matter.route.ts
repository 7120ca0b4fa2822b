import { Type } from "typebox";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { Text, Words } from "../shapes.js";

export const escalateMatterRoute = route("POST /matters/:matterId/escalation", {
  summary: "Report a matter upwards because it is beyond this community",
  may: matters.permissions.refer,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({
    referTo: Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" }),
    reason: Type.Intersect([Words, Type.String({ pattern: "\\S" })]),
  }),
  returns: Type.Object({ state: Text }),
  async handle({ params, body, services }) {
    const row = (await services.matters.find(params.matterId))!;
    const moved = await services.matters.move(row, "escalate", { note: body.reason.trim(), set: { referredTo: body.referTo.trim() } });
    return { state: moved.state };
  },
});

export const recallMatterRoute = route("POST /matters/:matterId/recall", {
  summary: "Take a matter that was reported upwards back to be treated here, with the reason",
  may: matters.permissions.refer,
  at: async ({ params, services }) => (await services.matters.placeOf(params.matterId))!,
  body: Type.Object({ reason: Type.Intersect([Words, Type.String({ pattern: "\\S" })]) }),
  returns: Type.Object({ state: Text }),
  async handle({ params, body, services }) {
    const row = (await services.matters.find(params.matterId))!;
    const { state } = await services.matters.move(row, "recall", { note: body.reason.trim(), set: { referredTo: null } });
    return { state };
  },
});
