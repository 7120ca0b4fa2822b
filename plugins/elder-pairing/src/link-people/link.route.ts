import { Type } from "typebox";
import { getElder } from "../keep-people/change-elder.js";
import { forCadre, forElder } from "../keep-people/for-elder.js";
import { getCadre } from "../move-people/move-people.js";
import { elderPairing } from "../plugin.js";
import { atCadre, atElder, atPlace, route } from "../services.js";
import { Id, Int, Nothing, Text } from "../shapes.js";
import { linkEverybody } from "./link-everybody.js";
import { findFree, findNamesakes, linkCadre, linkElder, unlinkCadre, unlinkElder } from "./link-people.js";

const People = Type.Array(Type.Object({ personId: Text, place: Text, distinction: Text }));

export const linkCadreRoute = route("PUT /cadres/:cadreId/person", {
  summary: "Whose account of the directory stands for a cadre",
  may: elderPairing.permissions.plan,
  at: atCadre,
  body: Type.Object({ personId: Id }),
  returns: Nothing,
  handle: forCadre((ctx, cadre) => linkCadre(ctx, cadre, ctx.body.personId)),
});

export const unlinkCadreRoute = route("DELETE /cadres/:cadreId/person", {
  summary: "Nobody's account stands for a cadre any more: whoever was linked by mistake reads no elder from now on",
  may: elderPairing.permissions.plan,
  at: atCadre,
  returns: Nothing,
  handle: forCadre(unlinkCadre),
});

export const linkElderRoute = route("PUT /elders/:elderId/person", {
  summary: "Who of the directory an elder is: erased there, they are erased here",
  may: elderPairing.permissions.keepRegisters,
  at: atElder,
  body: Type.Object({ personId: Id }),
  returns: Nothing,
  handle: forElder((ctx, elder) => linkElder(ctx, elder, ctx.body.personId)),
});

export const unlinkElderRoute = route("DELETE /elders/:elderId/person", {
  summary: "An elder is nobody of the directory any more: whoever was linked by mistake is not erased here with them",
  may: elderPairing.permissions.keepRegisters,
  at: atElder,
  returns: Nothing,
  handle: forElder(unlinkElder),
});

export const namesakesRoute = route("GET /elders/:elderId/namesakes", {
  summary: "Who of the directory has an elder's name, and lives where: for linking the one it is",
  may: elderPairing.permissions.keepRegisters,
  at: atElder,
  returns: Type.Object({ people: People }),
  async handle(ctx) {
    const { name } = await getElder(ctx, ctx.params.elderId);
    return { people: [...((await findNamesakes(ctx, [name])).get(name) ?? [])] };
  },
});

export const cadreNamesakesRoute = route("GET /cadres/:cadreId/namesakes", {
  summary: "Who of the directory has a cadre's name and stands for no other cadre, and lives where: for linking the one it is",
  may: elderPairing.permissions.plan,
  at: atCadre,
  returns: Type.Object({ people: People }),
  async handle(ctx) {
    const { name } = await getCadre(ctx, ctx.params.cadreId);
    return { people: [...(await findFree(ctx, (await findNamesakes(ctx, [name])).get(name) ?? []))] };
  },
});

export const linkEverybodyRoute = route("POST /places/:placeId/links", {
  summary: "Link every cadre whose name and telephone number one person of the directory has; of whom the name alone is known the namesakes are listed",
  may: elderPairing.permissions.plan,
  at: atPlace,
  returns: Type.Object({ linked: Int, unsure: Type.Array(Type.Object({ id: Text, name: Text, unit: Text, people: People })), missing: Type.Array(Text) }),
  async handle(ctx) {
    const { linked, unsure, missing } = await linkEverybody(ctx, (await ctx.services.places.get(ctx.params.placeId)).path);
    return { linked, unsure: unsure.map(({ people, ...cadre }) => ({ ...cadre, people: [...people] })), missing: [...missing] };
  },
});
