import { everywhere, within } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { Text } from "../shapes.js";

export const eldersOfMatterRoute = route("GET /matters/:matterId/elders", {
  summary:
    "Whose needs a matter came from, also by what was merged into it or what it was split off from, oldest need first: those alone whose record the reader may open",
  may: elderPairing.permissions.see,
  at: "list",
  returns: Type.Object({ elders: Type.Array(Type.Object({ id: Text, name: Text, village: Text })) }),
  async handle({ db, scope, params, use, may }) {
    const ids = await use.matters.carriedOnBy(params.matterId);
    if (ids.length === 0) return { elders: [] };
    const needs = await everywhere(db, "elder_pairing_need", "where each elder lives now is checked below")
      .select("elderId")
      .where("matterId", "in", [...ids])
      .orderBy("openedOn")
      .orderBy("id")
      .execute();
    const elders = [];
    for (const elderId of new Set(needs.map((need) => need.elderId))) {
      const elder = await within(db, scope, "elder_pairing_elder").select(["id", "name", "placeId", "placePath"]).where("id", "=", elderId).executeTakeFirst();
      if (!elder || !(await may("elder-pairing.open", { path: elder.placePath }))) continue;
      elders.push({ id: elder.id, name: elder.name, village: (await use.directory.findPlace(elder.placeId))?.name ?? "" });
    }
    return { elders };
  },
});
