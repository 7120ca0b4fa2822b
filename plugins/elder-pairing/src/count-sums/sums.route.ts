import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { errors } from "../errors.js";
import { route } from "../services.js";
import { Int, Text } from "../shapes.js";
import { monthOf } from "../tell-time/tell-time.js";
import { countSums } from "./count-sums.js";

const Town = Type.Object({
  ...{ townPath: Text, name: Text, elders: Int, due: Int, visited: Int, optedOut: Int, overdue: Int, paired: Int, alarms: Int },
  levels: Type.Object({ red: Int, yellow: Int, green: Int }),
});

export const sumsRoute = route("GET /sums", {
  summary: "Figures of each township in a month, without names: due, visited, opted out, overdue, paired; needs of the year",
  may: elderPairing.permissions.sums,
  at: "list",
  query: Type.Object({ month: Type.Optional(Type.String({ minLength: 7, maxLength: 7 })) }),
  returns: Type.Object({ month: Text, towns: Type.Array(Town), needsRaised: Int, needsClosed: Int }),
  async handle({ db, scope, query, clock }) {
    const today = clock.today();
    const month = query.month ?? monthOf(today);
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw errors.dayInvalid({ value: month }, "query.month");
    const { towns, ...needs } = await countSums(db, scope, { month, today });
    const places = await db
      .selectFrom("directory_v1_place")
      .select(["placePath", "name"])
      .where("placePath", "in", ["", ...towns.map(({ townPath }) => townPath)])
      .execute();
    const names = new Map(places.map(({ placePath, name }) => [placePath, name]));
    return { month, towns: towns.map((town) => ({ ...town, name: names.get(town.townPath) ?? "" })), ...needs };
  },
});
