import { within } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { Text } from "../shapes.js";

/** As people read: each township, then its villages; "第2镇" before "第10镇". */
const { compare } = new Intl.Collator("zh-CN", { numeric: true });
const Places = Type.Array(Type.Object({ id: Text, name: Text }));

/** A scope is the reader's own rights, so what it names is theirs to see. */
export const topsRoute = route("GET /tops", {
  summary: "The places one answers for in pairing, the highest first; and those below them that have elders, for lists to post",
  may: elderPairing.permissions.see,
  at: "list",
  returns: Type.Object({ places: Places, papers: Places }),
  async handle({ db, scope }) {
    const homes = await within(db, scope, "elder_pairing_elder").select(["placePath", "townPath"]).distinct().where("state", "=", "active").execute();
    const paths = new Set(homes.flatMap(({ placePath, townPath }) => [placePath, townPath]));
    const mine = [...paths].filter((path) => scope.paths.some((top) => path.startsWith(top)));
    const rows = await db
      .selectFrom("directory_v1_place")
      .select(["id", "name", "placePath"])
      .where("placePath", "in", ["", ...scope.paths, ...mine])
      .orderBy("placePath")
      .execute();
    const tops = rows.filter(({ placePath }) => scope.paths.includes(placePath)).sort((a, b) => a.placePath.length - b.placePath.length);
    const nameOf = new Map(rows.map(({ placePath, name }) => [placePath, name]));
    const townOf = new Map(homes.map(({ placePath, townPath }) => [placePath, nameOf.get(townPath) ?? ""]));
    const inOrder = ({ placePath, name }: (typeof rows)[number]): string => `${townOf.get(placePath) ?? ""} ${name}`.trim();
    const below = rows.filter((row) => !tops.includes(row)).sort((a, b) => compare(inOrder(a), inOrder(b)));
    const told = (list: typeof rows) => list.map(({ id, name }) => ({ id, name }));
    return { places: told(tops), papers: told([...tops, ...below]) };
  },
});
