import { route } from "../services.js";
import { PartShape } from "./part-shape.js";
import { showPart } from "./show-part.js";

export const showPartRoute = route("GET /parts/:partId", {
  summary: "One part with its commitment, evidence and history; for who may see the ledger there, and for its owner and verifier",
  may: "signed-in",
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  returns: PartShape,
  handle: (ctx) => showPart(ctx, ctx.params.partId),
});
