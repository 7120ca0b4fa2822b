import { Type } from "typebox";
import { route } from "../services.js";
import { Nothing } from "../shapes.js";
import { findLinks } from "./find-links.js";

export const findLinksRoute = route("POST /public/links", {
  summary: "Have one's lost links sent to the phone number they belong to; the answer is the same for a number nobody has",
  may: "anyone",
  at: "none",
  limit: { most: 10, minutes: 10 },
  body: Type.Object({ phone: Type.String({ minLength: 1, maxLength: 30 }) }),
  returns: Nothing,
  async handle(ctx) {
    await findLinks(ctx, ctx.body.phone);
    return {};
  },
});
