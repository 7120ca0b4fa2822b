import { Type } from "typebox";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Text } from "../shapes.js";
import { importSignUps } from "./import-sign-ups.js";
import { importVolunteers } from "./import-volunteers.js";
import { rotaColumns, signUpColumns } from "./list-columns.js";
import { readList } from "./read-list.js";

/** Two megabytes: a list, not an archive. */
const largestFile = 2_000_000;
type Sent = { readonly name: string; readonly bytes: Uint8Array };
const Int = Type.Integer();
const refused = Type.Array(Type.Object({ line: Int, problem: Text, remedy: Text }));

export const importSignUpsRoute = route("POST /days/:dayId/sign-ups/import", {
  summary: "Sign up the people of a list, in its order and by the rules of signing up; a line that cannot be taken is named, the others are",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  upload: largestFile,
  returns: Type.Object({ confirmed: Int, waiting: Int, known: Int, refused }),
  prepare: (ctx) => readList(ctx, signUpColumns, ctx.body as Sent),
  async handle(ctx) {
    const imported = await importSignUps(ctx, ctx.params.dayId, ctx.prepared);
    return { ...imported, refused: [...imported.refused] };
  },
});

export const importVolunteersRoute = route("POST /series/:seriesId/volunteers/import", {
  summary: "Put the people of a list on the rota, with whether they may lead, what they can do and which sites they know",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  upload: largestFile,
  returns: Type.Object({ enrolled: Int, refused }),
  prepare: (ctx) => readList(ctx, rotaColumns, ctx.body as Sent),
  async handle(ctx) {
    const imported = await importVolunteers(ctx, (await ctx.services.series.find(ctx.params.seriesId))!, ctx.prepared);
    return { ...imported, refused: [...imported.refused] };
  },
});
