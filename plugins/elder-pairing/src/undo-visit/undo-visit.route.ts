import { Type } from "typebox";
import { route } from "../services.js";
import { Int, oneOf } from "../shapes.js";
import { undoReasons } from "../words.js";
import { undoVisit } from "./undo-visit.js";

export const undoVisitRoute = route("POST /mine/visits/:visitId/undo", {
  summary: "Whoever wrote a visit down today takes it back: as if it had not been written; how many needs stay because somebody is at them",
  may: "signed-in",
  at: "self",
  body: Type.Object({ reason: oneOf(undoReasons) }),
  returns: Type.Object({ kept: Int }),
  handle: (ctx) => undoVisit(ctx, ctx.params.visitId, ctx.body.reason),
});
