import { within } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";

export const elderOfMatterRoute = route("GET /matters/:matterId/elder", {
  summary: "Whose need a matter came from, for who may open that elder's record; null for others, and where it came from none",
  may: elderPairing.permissions.see,
  at: "list",
  returns: Type.Object({ elder: orNull(Type.Object({ id: Text, name: Text, village: Text })) }),
  async handle({ db, scope, params, use, may }) {
    const need = await within(db, scope, "elder_pairing_need").select("elderId").where("matterId", "=", params.matterId).executeTakeFirst();
    const elder =
      need && (await within(db, scope, "elder_pairing_elder").select(["id", "name", "placeId", "placePath"]).where("id", "=", need.elderId).executeTakeFirst());
    if (!elder || !(await may("elder-pairing.open", { path: elder.placePath }))) return { elder: null };
    const village = (await use.directory.findPlace(elder.placeId))?.name ?? "";
    return { elder: { id: elder.id, name: elder.name, village } };
  },
});
