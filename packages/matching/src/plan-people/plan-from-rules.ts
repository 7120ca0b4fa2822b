import type { ForbiddenInPlan, PairInPlan, PersonInPlan, PlaceInPlan, PlanProblem, WishInPlan } from "./plan-problem.js";

/** A hard rule: a placement it does not allow is never made, and its text is the answer to "why not". */
export interface HardRule<P, Q> {
  readonly text: string;
  readonly allows: (person: P, place: Q) => boolean;
}

/** A weighed wish with the way to measure it; 0 where it has nothing to say. */
export interface MeasuredWish<P, Q> extends WishInPlan {
  readonly amount: (person: P, place: Q) => number;
}

/** What planFromRules builds a problem from. */
export interface RulesAndWishes<P extends PersonInPlan, Q extends PlaceInPlan> extends Omit<
  PlanProblem,
  "format" | "people" | "places" | "wishes" | "pairs" | "forbidden"
> {
  readonly people: readonly P[];
  readonly places: readonly Q[];
  readonly rules: readonly HardRule<P, Q>[];
  readonly wishes: readonly MeasuredWish<P, Q>[];
}

/** Applies hard rules and wishes to everyone and every place; the first rule that objects is the one remembered. O(people · places · (rules + wishes)). */
export function planFromRules<P extends PersonInPlan, Q extends PlaceInPlan>({ rules, wishes, ...rest }: RulesAndWishes<P, Q>): PlanProblem {
  const pairs: PairInPlan[] = [];
  const forbidden: ForbiddenInPlan[] = [];
  for (const place of rest.places) {
    for (const person of rest.people) {
      const broken = rules.find((rule) => !rule.allows(person, place));
      if (broken === undefined) pairs.push({ person: person.id, place: place.id, amounts: measure(wishes, person, place) });
      else forbidden.push({ person: person.id, place: place.id, rule: broken.text });
    }
  }
  return { format: "lianxin-match/1", ...rest, wishes: wishes.map(({ id, text, unit, weight }) => ({ id, text, unit, weight })), pairs, forbidden };
}

/** From entries, so that no id of a wish can be mistaken for a property every object has. */
function measure<P, Q>(wishes: readonly MeasuredWish<P, Q>[], person: P, place: Q): Record<string, number> {
  return Object.fromEntries(wishes.map((wish) => [wish.id, wish.amount(person, place)] as const).filter(([, amount]) => amount !== 0));
}
