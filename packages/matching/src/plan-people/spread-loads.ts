import type { CompiledPlan } from "./compile-plan.js";
import type { LoadSpread } from "./plan-problem.js";

/** How total service, past and new, spreads over everyone some pair allows to serve. */
export function spreadLoads({ source, pairs, personOf }: CompiledPlan, chosen: Iterable<number>): LoadSpread {
  const total = new Map<number, number>();
  for (const { person } of pairs) total.set(personOf.get(person)!, source.people[personOf.get(person)!]!.served ?? 0);
  for (const e of chosen) {
    const j = personOf.get(pairs[e]!.person)!;
    total.set(j, (total.get(j) ?? 0) + 1);
  }
  const counts = new Map<number, number>();
  for (const load of total.values()) counts.set(load, (counts.get(load) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return { least: sorted[0]?.[0] ?? 0, most: sorted[sorted.length - 1]?.[0] ?? 0, counts: sorted };
}
