import { Type } from "typebox";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { Day, orNull, Text } from "../shapes.js";
import { isDay } from "../tell-time/tell-time.js";
import { listTurns } from "./list-turns.js";

const Int = Type.Integer();

export const listTurnsRoute = route("GET /public/turns", {
  summary: "Who was placed, served and waited between two days, at most a year apart: for anyone, family names alone, in no order of merit",
  may: "anyone",
  at: "none",
  limit: { most: 60, minutes: 10 },
  query: Type.Object({ from: Day, to: Day }),
  returns: Type.Object({
    community: Text,
    phone: orNull(Text),
    turns: Type.Array(Type.Object({ name: Text, placed: Int, served: Int, minutes: Int, waited: Int })),
    minors: Int,
  }),
  async handle(ctx) {
    const { from, to } = ctx.query;
    if (!isDay(from)) throw errors.dayInvalid({ value: from }, "query.from");
    if (!isDay(to)) throw errors.dayInvalid({ value: to }, "query.to");
    if (to < from || Date.parse(to) - Date.parse(from) > 366 * 86_400_000) throw errors.datesTurned({}, "query.to");
    const community = await ctx.use.directory.community();
    const { turns, minors } = await listTurns(ctx, from, to);
    return { community: community?.name ?? "", phone: community?.officePhone ?? null, turns: [...turns], minors };
  },
});
