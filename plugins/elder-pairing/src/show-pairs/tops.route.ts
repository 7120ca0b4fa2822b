import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { Text } from "../shapes.js";

/** A scope is the reader's own rights, so what it names is theirs to see. */
export const topsRoute = route("GET /tops", {
  summary: "The places one answers for in pairing, the highest first",
  may: elderPairing.permissions.see,
  at: "list",
  returns: Type.Object({ places: Type.Array(Type.Object({ id: Text, name: Text })) }),
  async handle({ db, scope }) {
    const rows = await db
      .selectFrom("directory_v1_place")
      .select(["id", "name", "placePath"])
      .where("placePath", "in", ["", ...scope.paths])
      .execute();
    return { places: rows.sort((a, b) => a.placePath.length - b.placePath.length).map(({ id, name }) => ({ id, name })) };
  },
});
