import { Type } from "typebox";
import { getElder } from "../keep-people/change-elder.js";
import { forCadre, forElder } from "../keep-people/for-elder.js";
import { getCadre } from "../move-people/move-people.js";
import { elderPairing } from "../plugin.js";
import { atCadre, atElder, atPlace, route } from "../services.js";
import { Id, Int, Nothing, Text } from "../shapes.js";
import { findNamesake, linkCadre, linkElder, linkEverybody, listNamesakes } from "./link-people.js";

export const linkCadreRoute = route("PUT /cadres/:cadreId/person", {
  summary: "Whose account of the directory stands for a cadre",
  may: elderPairing.permissions.plan,
  at: atCadre,
  body: Type.Object({ personId: Id }),
  returns: Nothing,
  handle: forCadre((ctx, cadre) => linkCadre(ctx, cadre, ctx.body.personId)),
});

export const linkElderRoute = route("PUT /elders/:elderId/person", {
  summary: "Who of the directory an elder is: erased there, they are erased here",
  may: elderPairing.permissions.keepRegisters,
  at: atElder,
  body: Type.Object({ personId: Id }),
  returns: Nothing,
  handle: forElder((ctx, elder) => linkElder(ctx, elder, ctx.body.personId)),
});

export const namesakesRoute = route("GET /elders/:elderId/namesakes", {
  summary: "Who of the directory has an elder's name, and lives where: for linking the one it is",
  may: elderPairing.permissions.keepRegisters,
  at: atElder,
  returns: Type.Object({ people: Type.Array(Type.Object({ personId: Text, place: Text, distinction: Text })) }),
  handle: async (ctx) => ({ people: await listNamesakes(ctx, await getElder(ctx, ctx.params.elderId)) }),
});

export const namesakeRoute = route("GET /cadres/:cadreId/namesake", {
  summary: "The one person of the directory who has a cadre's name; refused where there is none, or more than one",
  may: elderPairing.permissions.plan,
  at: atCadre,
  returns: Type.Object({ personId: Text }),
  handle: async (ctx) => ({ personId: await findNamesake(ctx, await getCadre(ctx, ctx.params.cadreId)) }),
});

export const linkEverybodyRoute = route("POST /places/:placeId/links", {
  summary: "Link every cadre whose name exactly one person of the directory has; whose name several have, or nobody, is named",
  may: elderPairing.permissions.plan,
  at: atPlace,
  returns: Type.Object({ linked: Int, several: Type.Array(Text), missing: Type.Array(Text) }),
  async handle(ctx) {
    const { linked, several, missing } = await linkEverybody(ctx, (await ctx.services.places.get(ctx.params.placeId)).path);
    return { linked, several: [...several], missing: [...missing] };
  },
});
