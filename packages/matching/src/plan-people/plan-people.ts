import type { KeptPlan } from "../keep-plan/kept-plan.js";
import type { PairingPlan, Shortage } from "../solve-pairing/pairing-problem.js";
import { choosePlan, findPrevious, type ChosenPlan } from "./choose-plan.js";
import { compilePlan, type CompiledPlan } from "./compile-plan.js";
import { listPlacements } from "./list-placements.js";
import type { FairnessSpread, KeptSummary, PlanAnswer, PlannedPeople, PlanProblem, PlanShortage } from "./plan-problem.js";
import { spreadLoads } from "./spread-loads.js";

/**
 * Plans who serves where: the cheapest plan the hard rules allow, checked by an independent verifier, with the reasons of every placement; or the
 * smallest set of places or people that cannot be satisfied together. The same input gives the same plan on every platform.
 *
 * @throws MatchingError as compilePlan
 */
export function planPeople(problem: PlanProblem): PlanAnswer {
  const compiled = compilePlan(problem);
  const chosen = choosePlan(compiled);
  return chosen.solved ? describePlan(compiled, chosen) : describeShortage(compiled, chosen);
}

/** A chosen plan in the words of the problem. */
export function describePlan(compiled: CompiledPlan, { plan, certified, kept, atLeast }: ChosenPlan): PlannedPeople {
  const { source, scale } = compiled;
  return {
    solved: true,
    objective: (kept?.cost ?? plan.objective) / scale,
    scale,
    certified,
    placements: listPlacements(compiled, plan.chosen),
    ...(source.fairness === undefined ? {} : { fairness: spreadBy(compiled, plan) }),
    ...(kept === undefined ? {} : { kept: summarise(compiled, kept, atLeast, (source.previous?.length ?? 0) - findPrevious(compiled).length) }),
  };
}

/** Total service before this plan, with the plan there would be without fairness (all else alike: the plan before, ties), and with this one. */
function spreadBy(compiled: CompiledPlan, plan: PairingPlan): FairnessSpread {
  const { fairness: _left, ...source } = compiled.source;
  const unfair = choosePlan({ ...compiled, source, pairing: { ...compiled.pairing, step: undefined } });
  if (!unfair.solved) throw new Error("fairness made a plan possible");
  return { before: spreadLoads(compiled, []), without: spreadLoads(compiled, unfair.plan.chosen), with: spreadLoads(compiled, plan.chosen) };
}

function summarise({ scale }: CompiledPlan, { moves, dropped, cost, optimum }: KeptPlan, proven: number, gone: number): KeptSummary {
  const atLeast = Math.min(proven, moves + dropped);
  const movesProven = atLeast === moves + dropped;
  return { moves, dropped, atLeast, movesProven, gone, cost: cost / scale, optimum: optimum / scale, givenUp: (cost - optimum) / scale };
}

/** A shortage in the words of the problem. */
export function describeShortage({ source }: CompiledPlan, { of, rows, columns, need, offer }: Shortage): PlanShortage {
  const places = Array.from(rows, (i) => source.places[i]!.id);
  const people = Array.from(columns, (j) => source.people[j]!.id);
  return { solved: false, of: of === "rows" ? "places" : "people", places, people, need, offer, short: need - offer };
}
