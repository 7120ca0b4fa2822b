import { Type } from "typebox";
import { forCadre, forElder } from "../keep-people/for-elder.js";
import { elderPairing } from "../plugin.js";
import { atCadre, atElder, atPlace, route } from "../services.js";
import { Day, Int, Line, Nothing, oneOf, orNull, Text } from "../shapes.js";
import { coveredOn, helpedBy } from "./covered-on.js";
import { addLeave, cancelTransfer, endElder, endLeave, getCadre, transferCadre, transferUnit } from "./move-people.js";

const Covered = {
  /** From when on. */
  fromOn: Day,
  /** Whose first helper they are, and who comes on that day instead; null where nobody can. */
  covered: Type.Array(Type.Object({ elder: Text, by: orNull(Text) })),
  /** How many more are where the reader does not plan. */
  elsewhere: Int,
};

export const transferCadreRoute = route("POST /cadres/:cadreId/transfer", {
  summary:
    "A cadre leaves on a day: the backups answer at once, others are found with as few moves as can be, hand-overs are opened; whom they had, and who comes from then on",
  may: elderPairing.permissions.plan,
  at: atCadre,
  body: Type.Object({ day: Day, kind: oneOf(["transferred", "deceased"]) }),
  returns: Type.Object(Covered),
  async handle(ctx) {
    const cadre = await getCadre(ctx, ctx.params.cadreId);
    const helped = await helpedBy(ctx, cadre.id);
    await transferCadre(ctx, cadre, ctx.body.day, ctx.body.kind);
    return coveredOn(ctx, helped, ctx.body.day);
  },
});

export const transferUnitRoute = route("POST /places/:placeId/units/transfer", {
  summary: "All cadres of a unit leave on one day; how many, and how many of their elders nobody can come to now",
  may: elderPairing.permissions.plan,
  at: atPlace,
  body: Type.Object({ unit: Line, day: Day }),
  returns: Type.Object({ cadres: Int, alone: Int }),
  handle: async (ctx) => transferUnit(ctx, (await ctx.services.places.get(ctx.params.placeId)).path, ctx.body.unit, ctx.body.day),
});

export const addLeaveRoute = route("POST /cadres/:cadreId/leave", {
  summary: "Days on which a cadre cannot come; the backup covers: whom, and who",
  may: elderPairing.permissions.plan,
  at: atCadre,
  body: Type.Object({ fromOn: Day, toOn: Day }),
  returns: Type.Object({ id: Text, ...Covered }),
  async handle(ctx) {
    const cadre = await getCadre(ctx, ctx.params.cadreId);
    const { id, fromOn } = await addLeave(ctx, cadre, ctx.body.fromOn, ctx.body.toOn);
    return { id, ...(await coveredOn(ctx, await helpedBy(ctx, cadre.id), fromOn)) };
  },
});

export const endLeaveRoute = route("POST /cadres/:cadreId/leaves/:leaveId/end", {
  summary: "A cadre is here again sooner than was said, from a day on",
  may: elderPairing.permissions.plan,
  at: atCadre,
  body: Type.Object({ day: Day }),
  returns: Nothing,
  handle: forCadre((ctx, cadre) => endLeave(ctx, cadre, ctx.params.leaveId, ctx.body.day)),
});

export const cancelTransferRoute = route("POST /cadres/:cadreId/transfer/cancel", {
  summary: "A transfer that was announced does not take place",
  may: elderPairing.permissions.plan,
  at: atCadre,
  returns: Nothing,
  handle: forCadre(cancelTransfer),
});

export const endElderRoute = route("POST /elders/:elderId/end", {
  summary: "An elder died or moved away: the pairs end today",
  may: elderPairing.permissions.see,
  at: atElder,
  body: Type.Object({ state: oneOf(["deceased", "moved"]) }),
  returns: Nothing,
  handle: forElder((ctx, elder) => endElder(ctx, elder, ctx.body.state)),
});
