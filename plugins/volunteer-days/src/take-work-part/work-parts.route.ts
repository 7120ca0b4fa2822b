import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Line, Reason, Text, Time } from "../shapes.js";
import { listFreeParts, publishPart } from "./take-work-part.js";

const Count = Type.Integer({ minimum: 1, maximum: 10_000 });

export const listWorkPartsRoute = route("GET /work-parts", {
  summary: "Parts of decisions nobody claimed, which could become a volunteer day",
  may: volunteerDays.permissions.plan,
  at: async ({ use }) => ({ path: (await use.directory.community())!.path }),
  returns: Type.Object({ parts: Type.Array(Type.Object({ id: Text, title: Text, standard: Text, from: Text })) }),
  handle: async (ctx) => ({ parts: await listFreeParts(ctx, (await ctx.use.directory.community())!.path) }),
});

export const publishPartRoute = route("POST /work-parts/:partId/shift", {
  summary: "Publish a part nobody claimed as a volunteer day of its own; it stays in the ledger as it is",
  may: volunteerDays.permissions.plan,
  at: async ({ use }) => ({ path: (await use.directory.community())!.path }),
  body: Type.Object({
    heldOn: Day,
    startTime: Time,
    endTime: Time,
    placeId: Id,
    meetingPoint: Line,
    least: Count,
    most: Count,
    holidayWhy: Type.Optional(Reason),
  }),
  returns: Type.Object({ id: Text }),
  handle: async (ctx) => ({ id: await publishPart(ctx, ctx.params.partId, ctx.body) }),
});
