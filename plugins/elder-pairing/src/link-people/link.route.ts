import { Type } from "typebox";
import { getElder } from "../keep-people/change-elder.js";
import { getCadre } from "../move-people/move-people.js";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { Id, Int, Nothing, Text } from "../shapes.js";
import { findNamesake, linkCadre, linkElder, linkEverybody } from "./link-people.js";

export const linkCadreRoute = route("PUT /cadres/:cadreId/person", {
  summary: "Whose account of the directory stands for a cadre",
  may: elderPairing.permissions.plan,
  at: async ({ params, services }) => services.people.placeOfCadre(params.cadreId),
  body: Type.Object({ personId: Id }),
  returns: Nothing,
  async handle(ctx) {
    await linkCadre(ctx, await getCadre(ctx, ctx.params.cadreId), ctx.body.personId);
    return {};
  },
});

export const linkElderRoute = route("PUT /elders/:elderId/person", {
  summary: "Who of the directory an elder is: erased there, they are erased here",
  may: elderPairing.permissions.keepRegisters,
  at: async ({ params, services }) => services.people.placeOfElder(params.elderId),
  body: Type.Object({ personId: Id }),
  returns: Nothing,
  async handle(ctx) {
    await linkElder(ctx, await getElder(ctx, ctx.params.elderId), ctx.body.personId);
    return {};
  },
});

export const namesakeRoute = route("GET /cadres/:cadreId/namesake", {
  summary: "The one person of the directory who has a cadre's name; refused where there is none, or more than one",
  may: elderPairing.permissions.plan,
  at: async ({ params, services }) => services.people.placeOfCadre(params.cadreId),
  returns: Type.Object({ personId: Text }),
  handle: async (ctx) => ({ personId: await findNamesake(ctx, await getCadre(ctx, ctx.params.cadreId)) }),
});

export const linkEverybodyRoute = route("POST /places/:placeId/links", {
  summary: "Link every cadre whose name exactly one person of the directory has; whose name several have, or nobody, is named",
  may: elderPairing.permissions.plan,
  at: async ({ params, services }) => services.places.get(params.placeId),
  returns: Type.Object({ linked: Int, several: Type.Array(Text), missing: Type.Array(Text) }),
  async handle(ctx) {
    const { linked, several, missing } = await linkEverybody(ctx, (await ctx.services.places.get(ctx.params.placeId)).path);
    return { linked, several: [...several], missing: [...missing] };
  },
});
