import { Type } from "typebox";
import type { Alternative } from "../plan-pairs/price-alternatives.js";
import type { PairFacts } from "../plan-pairs/pair-facts.js";
import type { ElderPairingContext } from "../plugin.js";
import { BecauseShape, Int, Text } from "../shapes.js";
import { namesOf } from "../show-pairs/names.repository.js";

/** So many are shown, the cheapest first. */
const shown = 8;

export const AlternativesShape = Type.Object({
  alternatives: Type.Array(
    Type.Object({
      ...{ cadreId: Text, name: Text, unit: Text, because: BecauseShape, costMore: Int },
      others: Type.Array(Type.Object({ elder: Text, cadre: Text })),
    }),
  ),
});

/** The cheapest of other cadres, with their names and units. O(shown). */
export async function nameAlternatives(ctx: Pick<ElderPairingContext, "db">, { cadres }: PairFacts, all: readonly Alternative[]) {
  const found = all.slice(0, shown);
  const names = await namesOf(
    ctx,
    found.flatMap(({ cadreId, others }) => [cadreId, ...others.flatMap((one) => [one.elderId, one.cadreId])]),
  );
  const units = new Map(cadres.map(({ id, unit }) => [id, unit]));
  return {
    alternatives: found.map(({ cadreId, because, costMore, others }) => ({
      ...{ cadreId, name: names[cadreId] ?? "", unit: units.get(cadreId) ?? "", because, costMore },
      others: others.map((one) => ({ elder: names[one.elderId] ?? "", cadre: names[one.cadreId] ?? "" })),
    })),
  };
}
