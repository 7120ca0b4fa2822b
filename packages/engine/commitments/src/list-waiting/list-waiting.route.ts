import { Type } from "typebox";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";

export const listWaitingRoute = route("GET /waiting", {
  summary:
    "What waits for the person asking: requests for more time or to drop work and claims against a lead, which they may decide, and reports nobody is named to check",
  may: commitments.permissions.see,
  at: "list",
  returns: Type.Object({
    waiting: Type.Array(Type.Object({ id: Text, partId: Text, title: Text, kind: Text, reason: orNull(Text), wantedDueOn: orNull(Text) })),
  }),
  handle: async ({ scope, services, may }) => ({
    waiting: [
      ...(await services.ledger.requestsFor(scope, may)),
      ...(await services.ledger.counterClaimsFor(scope, may)),
      ...(await services.ledger.reportsFor(scope, may)),
    ],
  }),
});
