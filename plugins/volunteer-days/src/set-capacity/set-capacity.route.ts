import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { ToldShape } from "../shapes.js";
import { setCapacity } from "./set-capacity.js";

const Count = Type.Integer({ minimum: 1, maximum: 10_000 });

export const setCapacityRoute = route("PUT /days/:dayId/posts/:postId", {
  summary: "More or fewer places at a post of a day; more go to those who wait at once. Says what it was, to put it back",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  body: Type.Object({ most: Count, least: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })) }),
  returns: Type.Object({ promoted: Type.Integer(), before: Type.Object({ most: Type.Integer(), least: Type.Integer() }), ...ToldShape }),
  handle: async (ctx) => setCapacity(ctx, ctx.params.dayId, ctx.params.postId, ctx.body),
});
