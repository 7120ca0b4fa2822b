import { Type } from "typebox";
import { route } from "../services.js";
import { Nothing, Text } from "../shapes.js";

export const showEntranceRoute = route("GET /public/entrance", {
  summary: "The address at which anybody raises something, and as a code to scan: squares within size × size as one path",
  may: "anyone",
  at: "none",
  returns: Type.Object({ link: Text, qr: Type.Object({ size: Type.Integer(), path: Text }) }),
  handle: async ({ services }) => services.guests.entrance(),
});

export const printEntranceRoute = route("GET /public/entrance-poster", {
  summary: "A poster with that code, as a page to print; for anyone",
  may: "anyone",
  at: "none",
  returns: Nothing,
  handle: async ({ services }) => ({ file: "居民反映入口.html", type: "text/html; charset=utf-8", body: await services.paper.entrance() }),
});
