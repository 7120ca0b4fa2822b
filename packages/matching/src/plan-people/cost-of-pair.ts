import { expectCount } from "../check-pairing/expect-counts.js";
import { MatchingError } from "../errors.js";
import { LARGEST_COST } from "../solve-pairing/pairing-problem.js";
import type { PairInPlan, PersonInPlan, Reason, WishInPlan } from "./plan-problem.js";

/** A pair's integer cost and the reasons it is made of; reasons carry weight units. */
export interface PairCost {
  readonly total: number;
  readonly because: readonly Reason[];
}

/** How to price pairs by a list of wishes. @throws MatchingError duplicateName */
export function costOfPair(wishes: readonly WishInPlan[], scale: number): (pair: PairInPlan) => PairCost {
  const known = new Map(wishes.map((wish) => [wish.id, wish]));
  if (known.size < wishes.length)
    throw new MatchingError("duplicateName", "wishes", { id: wishes.find((w, k) => wishes.findIndex((v) => v.id === w.id) < k)?.id ?? "" });
  return (pair) => {
    let total = 0;
    const because: Reason[] = [];
    for (const [id, amount] of Object.entries(pair.amounts ?? {})) {
      const wish = known.get(id);
      if (wish === undefined) throw new MatchingError("unknownName", `pairs ${pair.person}/${pair.place} amounts`, { id });
      const cost = scaleCost(`pairs ${pair.person}/${pair.place} ${id}`, wish.weight * amount, scale);
      total += cost;
      if (cost !== 0) because.push({ wish: id, text: wish.text, unit: wish.unit, amount, cost: cost / scale });
    }
    if (Math.abs(total) > LARGEST_COST) throw new MatchingError("costTooLarge", `pairs ${pair.person}/${pair.place}`, { value: total, largest: LARGEST_COST });
    return { total, because };
  };
}

/** A weight in integer steps, the nearest, halves away from nothing. @throws MatchingError costTooLarge beyond 32 bits, tooSmall for less than half a step */
export function scaleCost(item: string, weight: number, scale: number): number {
  const cost = Math.sign(weight) * Math.round(Math.abs(weight) * scale);
  if (!(Math.abs(cost) <= LARGEST_COST)) throw new MatchingError("costTooLarge", item, { value: String(weight * scale), largest: LARGEST_COST });
  if (cost === 0 && weight !== 0) throw new MatchingError("tooSmall", item, { value: weight, least: 1 / scale });
  return cost + 0;
}

/**
 * What each further service of a person costs for fairness: weight · (2n − 1) for the n-th in all, so that the sum is weight · n². Convex costs of this
 * kind choose the plan whose highest total is least, then the next highest, wherever wishes are indifferent (Frank & Murota 2022, decreasing minimality).
 */
export function stepsOf(people: readonly PersonInPlan[], most: Int32Array, weight: number, scale: number): Int32Array {
  if (!(weight >= 0)) throw new MatchingError("negativeCount", "fairness weight", { value: weight });
  const steps: number[] = [];
  people.forEach((person, j) => {
    const served = expectCount(`people ${person.id} served`, person.served ?? 0);
    for (let k = 1; k <= most[j]!; k++) steps.push(scaleCost(`people ${person.id} fairness`, weight * (2 * (served + k) - 1), scale));
  });
  return Int32Array.from(steps);
}
