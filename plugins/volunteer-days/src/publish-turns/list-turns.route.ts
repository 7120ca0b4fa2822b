import { Type } from "typebox";
import { readSpan } from "../record-hours/read-span.js";
import { route } from "../services.js";
import { Day, orNull, Text } from "../shapes.js";
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
    const { from, to } = readSpan(ctx.query, 366);
    const community = await ctx.use.directory.community();
    const { turns, minors } = await listTurns(ctx, from, to);
    return { community: community?.name ?? "", phone: community?.officePhone ?? null, turns: [...turns], minors };
  },
});
