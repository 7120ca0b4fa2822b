import { Type } from "typebox";
import { forElder, forPresent } from "../keep-people/for-elder.js";
import { elderPairing } from "../plugin.js";
import { atElder, route } from "../services.js";
import { Nothing, oneOf } from "../shapes.js";
import { giveConsent, readScope, withdrawConsent } from "./keep-consents.js";

export const withdrawConsentRoute = route("POST /elders/:elderId/consents/:scope/withdraw", {
  summary: "An elder takes a consent back; it holds at once: no visits are planned, what was noted about health is erased, or no list names them",
  may: elderPairing.permissions.see,
  at: atElder,
  returns: Nothing,
  handle: forElder((ctx, elder) => withdrawConsent(ctx, elder, readScope(ctx.params.scope))),
});

export const giveConsentRoute = route("POST /elders/:elderId/consents/:scope", {
  summary: "An elder agrees, or agrees again: in writing or in words",
  may: elderPairing.permissions.see,
  at: atElder,
  body: Type.Object({ form: oneOf(["written", "spoken"]) }),
  returns: Nothing,
  handle: forPresent((ctx, elder) => giveConsent(ctx, elder, readScope(ctx.params.scope), ctx.body.form)),
});
