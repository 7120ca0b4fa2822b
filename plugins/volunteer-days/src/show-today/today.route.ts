import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { oneOf, orNull, Text } from "../shapes.js";
import { listDue } from "./list-due.js";

export const listDueRoute = route("GET /today", {
  summary: "What waits at the desk: dates that are over whose hours are not written down, and dates of the next week that lack people",
  may: volunteerDays.permissions.plan,
  at: "list",
  returns: Type.Object({
    days: Type.Array(
      Type.Object({ id: Text, title: Text, heldOn: Text, startsAt: Text, kind: oneOf(["hours", "short"]), count: Type.Integer(), dueOn: orNull(Text) }),
    ),
  }),
  handle: async (ctx) => ({ days: await listDue(ctx, ctx.scope) }),
});
