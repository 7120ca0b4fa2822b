import { Type } from "typebox";
import { meetings } from "../plugin.js";
import { Part } from "../run-meeting/meeting-command.js";
import { route } from "../services.js";
import { Text } from "../shapes.js";

export const divideDecisionRoute = route("POST /decisions/:decisionId/parts", {
  summary: "Divide a decision into work after its meeting, once it has effect",
  may: meetings.permissions.convene,
  at: async ({ params, services }) => (await services.decisions.placeOf(params.decisionId))!,
  body: Type.Object({ parts: Type.Array(Part, { minItems: 1, maxItems: 30 }) }),
  returns: Type.Object({}),
  async handle({ params, body, services }) {
    const decision = (await services.decisions.find(params.decisionId))!;
    await services.decisions.divide(decision, body.parts);
    return {};
  },
});

export const listWaitingDecisionsRoute = route("GET /waiting-decisions", {
  summary: "Decisions that wait for the vote of another body to be begun, or for somebody to be given their work",
  may: meetings.permissions.convene,
  at: "list",
  returns: Type.Object({ decisions: Type.Array(Type.Object({ id: Text, meetingId: Text, text: Text, kind: Text, since: Text })) }),
  handle: async ({ scope, services }) => ({ decisions: await services.decisions.waiting(scope) }),
});
