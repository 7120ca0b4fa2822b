import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Line, Reason, Text, Time } from "../shapes.js";
import { findPublished } from "./find-published.js";
import { listFreeParts, publishPart } from "./take-work-part.js";

const Count = Type.Integer({ minimum: 1, maximum: 10_000 });

const Published = Type.Array(Type.Object({ partId: Text, title: Text, dayId: Text, heldOn: Text, state: Text, isOver: Type.Boolean() }));

export const listWorkPartsRoute = route("GET /work-parts", {
  summary: "Parts of decisions nobody claimed, which could become a volunteer day",
  may: volunteerDays.permissions.plan,
  at: async ({ use }) => ({ path: (await use.directory.community())!.path }),
  returns: Type.Object({ parts: Type.Array(Type.Object({ id: Text, title: Text, standard: Text, from: Text })), published: Published }),
  handle: async (ctx) => ({ parts: await listFreeParts(ctx, (await ctx.use.directory.community())!.path), published: await findPublished(ctx) }),
});

export const showPartDaysRoute = route("GET /work-parts/:partId/days", {
  summary: "The volunteer days that a part of a decision was published as, for its page in the ledger",
  may: volunteerDays.permissions.see,
  at: async ({ use }) => ({ path: (await use.directory.community())!.path }),
  returns: Type.Object({ days: Published }),
  handle: async (ctx) => ({ days: await findPublished(ctx, ctx.params.partId) }),
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
