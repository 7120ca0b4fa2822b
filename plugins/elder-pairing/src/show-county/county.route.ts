import { within } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { isLate } from "../urge-visits/late-visits.js";
import { Int, orNull, Text } from "../shapes.js";

/** How many cadres have none, one, two of these pairs. */
export function countLoads(cadreIds: readonly string[], pairs: readonly string[]): number[] {
  const load = new Map(cadreIds.map((id) => [id, 0]));
  for (const id of pairs) if (load.has(id)) load.set(id, load.get(id)! + 1);
  return [0, 1, 2].map((n) => [...load.values()].filter((held) => held === n).length);
}

export const countyRoute = route("GET /county", {
  summary:
    "Villages where they lie, and lines between villages; how many pairs in force each has and how many are overdue for those alone who see its records, because of few one could tell who; no names of people",
  may: elderPairing.permissions.sums,
  at: "list",
  returns: Type.Object({
    villages: Type.Array(Type.Object({ path: Text, name: Text, town: Text, east: orNull(Int), north: orNull(Int), pairs: orNull(Int), overdue: orNull(Int) })),
    lines: Type.Array(Type.Object({ from: Text, to: Text, pairs: Int })),
    /** How many cadres are primary helper in force of none, one, two elders. */
    loads: Type.Array(Int),
  }),
  async handle({ db, scope, clock, may }) {
    const [pairs, overdue, spots, cadres] = await Promise.all([
      within(db, scope, "elder_pairing_pair")
        .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
        .select([
          "elder_pairing_pair.placePath as village",
          "cadre.placePath as home",
          "elder_pairing_pair.townPath",
          "elder_pairing_pair.because",
          "elder_pairing_pair.cadreId",
        ])
        .where("elder_pairing_pair.untilOn", "is", null)
        .where("elder_pairing_pair.role", "=", "primary")
        .where("elder_pairing_pair.effectiveOn", "is not", null)
        .execute(),
      within(db, scope, "elder_pairing_due")
        .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_due.elderId")
        .select("elder.placePath")
        .select((eb) => eb.fn.count<number>("elder_pairing_due.elderId").distinct().as("n"))
        .where((eb) => isLate(eb, clock.today()))
        .groupBy("elder.placePath")
        .execute(),
      within(db, scope, "elder_pairing_spot").selectAll().execute(),
      within(db, scope, "elder_pairing_cadre").select("id").where("state", "=", "active").execute(),
    ]);
    const places = await db
      .selectFrom("directory_v1_place")
      .select(["placePath", "name", "kind"])
      .where("kind", "in", ["town", "village", "community"])
      .execute();
    const nameOf = new Map(places.map(({ placePath, name }) => [placePath, name]));
    const paths = [...new Set([...pairs.map(({ village }) => village), ...spots.map(({ placePath }) => placePath)])].sort();
    const townOf = new Map(pairs.map(({ village, townPath }) => [village, townPath]));
    const crossing = new Map<string, { from: string; to: string; pairs: number }>();
    for (const { village, home, because } of pairs) {
      if (because.sameVillage) continue;
      const line = crossing.get(`${home} ${village}`) ?? { from: home, to: village, pairs: 0 };
      line.pairs++;
      crossing.set(`${home} ${village}`, line);
    }
    const open = new Set<string>();
    for (const path of paths) if (await may("elder-pairing.see", { path })) open.add(path);
    const figuresOf = (path: string) => ({
      pairs: pairs.filter(({ village }) => village === path).length,
      overdue: Number(overdue.find(({ placePath }) => placePath === path)?.n ?? 0),
    });
    return {
      villages: paths.map((path) => {
        const spot = spots.find(({ placePath }) => placePath === path);
        return {
          ...{ path, name: nameOf.get(path) ?? "", town: nameOf.get(townOf.get(path) ?? "") ?? "", east: spot?.east ?? null, north: spot?.north ?? null },
          ...(open.has(path) ? figuresOf(path) : { pairs: null, overdue: null }),
        };
      }),
      lines: [...crossing.values()].filter(({ to }) => open.has(to)),
      loads: countLoads(
        cadres.map(({ id }) => id),
        pairs.map(({ cadreId }) => cadreId),
      ),
    };
  },
});
