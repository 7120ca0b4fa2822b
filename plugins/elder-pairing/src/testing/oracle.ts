import munkres from "munkres";
import { costOf, Ground, weights } from "../plan-pairs/measure-pair.js";
import type { PairFacts } from "../plan-pairs/pair-facts.js";

const impossible = 1_000_000_000;

/** The least cost of giving every elder a cadre of the township, each taking two at most: the Hungarian method of a library, township by township. */
export function oracleCost(facts: PairFacts): number {
  const ground = new Ground(facts);
  let sum = 0;
  for (const town of new Set(facts.elders.map((elder) => elder.town))) {
    const elders = facts.elders.filter((elder) => elder.town === town);
    const places = facts.cadres
      .filter((cadre) => cadre.town === town)
      .flatMap((cadre) => Array.from({ length: cadre.limit }, (_, k) => ({ cadre, step: k * weights.second })));
    const matrix = elders.map((elder) =>
      places.map(({ cadre, step }) => (ground.isApart(elder.id, cadre.id) ? impossible : costOf(elder, ground.because(elder, cadre)) + step)),
    );
    for (const [row, column] of munkres(matrix)) sum += matrix[row]![column]!;
  }
  return sum;
}
