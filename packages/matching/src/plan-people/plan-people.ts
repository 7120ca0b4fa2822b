import type { PairingPlan, Shortage } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { choosePlan, findPrevious, type ChosenPlan } from "./choose-plan.js";
import { compilePlan, type CompiledPlan } from "./compile-plan.js";
import { listPlacements } from "./list-placements.js";
import type { KeptSummary, PlanAnswer, PlannedPeople, PlanProblem, PlanShortage } from "./plan-problem.js";
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
export function describePlan(compiled: CompiledPlan, { plan, certified, kept }: ChosenPlan): PlannedPeople {
  const { source, scale } = compiled;
  return {
    solved: true,
    objective: (kept?.cost ?? plan.objective) / scale,
    scale,
    certified,
    placements: listPlacements(compiled, plan.chosen),
    ...(source.fairness === undefined
      ? {}
      : { fairness: { without: spreadLoads(compiled, chooseUnfair(compiled)), with: spreadLoads(compiled, plan.chosen) } }),
    ...(kept === undefined ? {} : { kept: summarise(compiled, kept) }),
  };
}

function chooseUnfair({ pairing }: CompiledPlan): PairingPlan["chosen"] {
  const answer = solvePairing({ ...pairing, step: undefined });
  return answer.solved ? answer.chosen : new Int32Array(0);
}

function summarise(compiled: CompiledPlan, { moves, atLeast, cost, optimum }: NonNullable<ChosenPlan["kept"]>): KeptSummary {
  const { source, scale } = compiled;
  const gone = (source.previous?.length ?? 0) - findPrevious(compiled).length;
  return { moves, atLeast, gone, cost: cost / scale, optimum: optimum / scale, givenUp: (cost - optimum) / scale };
}

/** A shortage in the words of the problem. */
export function describeShortage({ source }: CompiledPlan, { of, rows, columns, need, offer }: Shortage): PlanShortage {
  const places = Array.from(rows, (i) => source.places[i]!.id);
  const people = Array.from(columns, (j) => source.people[j]!.id);
  return { solved: false, of: of === "rows" ? "places" : "people", places, people, need, offer, short: need - offer };
}
